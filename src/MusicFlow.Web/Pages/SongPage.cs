using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Tracks;
using MusicFlow.Web.Markup;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Pages;

/// <summary><c>/songs/{id}</c>: the card of one song, at an address that can be shared while this catalogue lives.</summary>
internal sealed class SongPage(ITrackCatalog catalog, SongCards cards, PictureShelf pictures, PageWords pages, IAntiforgery tokens)
{
    /// <summary>Sends the page; 404 for a song that the catalogue does not have.</summary>
    public async Task SendAsync(HttpContext http, TrackId id)
    {
        var words = await pages.OfAsync(http);
        if (id.Value <= 0 || await catalog.GetByIdAsync(id, http.RequestAborted) is not { Title: { } title } track)
        {
            await Page.RefuseAsync(http, words, StatusCodes.Status404NotFound, WebTexts.NotFound);
            return;
        }
        var card = cards.Of(track, words);
        pictures.Keep(card);
        await Page.SendAsync(http, words, title.Value, Html.Of($"""<h1 class="hidden">{title.Value}</h1>{WebRenderer.Render(card, turn: null)}{ChatForm.PressForm(ChatForm.Token(http, tokens))}"""));
    }
}
