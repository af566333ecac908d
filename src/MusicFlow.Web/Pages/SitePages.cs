using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Web.Markup;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Pages;

/// <summary>Every page of the site.</summary>
internal static class SitePages
{
    const string OneYear = "public, max-age=31536000, immutable";

    /// <summary>Adds the pages, their forms and their files.</summary>
    public static void MapSitePages(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        var pages = routes.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", TryItPage.SendAsync);
        pages.MapPost(ChatForm.Address, ChatForm.AnswerAsync);
        pages.MapPost(SongForm.Address, SongForm.AnswerAsync);
        pages.MapGet("/pictures/{name}.png", PictureAsync).WithMetadata(Traffic.Unlimited.Mark);
        pages.MapGet("/songs/{id:long}", SongAsync);
        pages.MapGet("/top", TopAsync);
        pages.MapGet("/model", ModelAsync);
        pages.MapGet("/about", (HttpContext http, PageWords words) => TextAsync(http, words, WebTexts.AboutTitle, [WebTexts.AboutWhat, WebTexts.AboutStream, WebTexts.AboutHonest, WebTexts.AboutMore]));
        pages.MapGet("/privacy", (HttpContext http, PageWords words) => TextAsync(http, words, WebTexts.PrivacyTitle, [WebTexts.PrivacyCookie, WebTexts.PrivacyKept, WebTexts.PrivacyLog, WebTexts.PrivacyOthers]));
        pages.MapGet("/api", ApiPage.SendAsync);
    }

    static Task PictureAsync(HttpContext http, PictureShelf shelf, string name)
    {
        if (shelf.Find(name) is not { } png)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        http.Response.ContentType = "image/png";
        http.Response.ContentLength = png.Length;
        http.Response.Headers.CacheControl = OneYear;
        return http.Response.Body.WriteAsync(png, http.RequestAborted).AsTask();
    }

    static Task SongAsync(HttpContext http, long id, SongPage page) => page.SendAsync(http, new TrackId(id));

    static async Task TopAsync(HttpContext http, PageWords pages, WebAdapter adapter, IAntiforgery tokens)
    {
        var words = await pages.OfAsync(http);
        var body = Html.Of($"""<p class="lead">{words[WebTexts.TopEmpty]}</p>""");
        if (WebSession.Find(http) is { } session)
        {
            var reply = await adapter.RunAsync(WebAdapter.Translate(new Said(session, "/top", IsPress: false, Source: null, words.Code)), http.RequestAborted);
            body = Html.Of($"{WebRenderer.Render(reply, turn: null)}{ChatForm.PressForm(ChatForm.Token(http, tokens))}");
        }
        await Page.SendAsync(http, words, words[WebTexts.TopTitle], Html.Of($"""<h1>{words[WebTexts.TopTitle]}</h1>{body}<p class="small">{words[WebTexts.TopCaption]}</p>"""));
    }

    static async Task ModelAsync(HttpContext http, PageWords pages, ModelRegistry models, Predictor predictor)
    {
        var words = await pages.OfAsync(http);
        var card = Path.Combine(models.FolderOf(predictor.Model.Id), ModelFolder.CardFile);
        var text = File.Exists(card) ? await File.ReadAllTextAsync(card, http.RequestAborted) : null;
        var body = text is not null
            ? Html.Of($"""<div class="document" lang="en">{Markdown.Render(text)}</div>""")
            : Html.Of($"<h1>{words[WebTexts.ModelTitle]}</h1><p>{words[WebTexts.ModelMissing]}</p>");
        await Page.SendAsync(http, words, words[WebTexts.ModelTitle], body);
    }

    static async Task TextAsync(HttpContext http, PageWords pages, Chat.Localisation.TextKey title, IEnumerable<Chat.Localisation.TextKey> paragraphs)
    {
        var words = await pages.OfAsync(http);
        await Page.SendAsync(http, words, words[title], Html.Of($"""<h1>{words[title]}</h1><div class="document">{paragraphs.Select(paragraph => Html.Of($"<p>{words[paragraph]}</p>"))}</div>"""));
    }
}
