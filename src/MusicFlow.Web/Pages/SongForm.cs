using Microsoft.AspNetCore.Http;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Web.Api;
using MusicFlow.Web.Markup;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Pages;

/// <summary><c>POST /search_song</c> with <c>song</c> and <c>artist</c>, MusicFlow's first form: answers a piece of a page, the result or the form again with an error.</summary>
/// <remarks>
/// The original meant to refuse empty fields, songs of more than ten words and artists of more than five; a slip let the empty ones pass. Here
/// empty fields are refused, and long names are taken up to 200 characters: songs with more than ten words exist.
/// It changes nothing but the visitor's own list of best songs, so it needs no token; a form on a foreign site is refused by its origin.
/// </remarks>
internal sealed class SongForm(TrackFinder finder, TrackPredictor predictor, ITopSongs top, PageWords pages, TimeProvider clock)
{
    /// <summary>Where it goes.</summary>
    public const string Address = "/search_song";

    /// <summary>Answers a form.</summary>
    public static Task AnswerAsync(HttpContext http, SongForm form) => form.AnswerAsync(http);

    async Task AnswerAsync(HttpContext http)
    {
        var words = await pages.OfAsync(http);
        if (IsForeign(http.Request) || !http.Request.HasFormContentType)
        {
            await Page.RefuseAsync(http, words, StatusCodes.Status400BadRequest, WebTexts.FormExpired);
            return;
        }
        var fields = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!SongQuestion.TryRead(fields, out var question, out var errors))
        {
            await AgainAsync(http, words, fields, StatusCodes.Status422UnprocessableEntity, errors.ContainsKey(SongQuestion.SongName) ? WebTexts.SongWrong : WebTexts.ArtistWrong);
            return;
        }
        if (await finder.FindAsync(question.Query, http.RequestAborted) is not TrackMatch.Found(var track))
        {
            await AgainAsync(http, words, fields, StatusCodes.Status404NotFound, WebTexts.SongUnknown);
            return;
        }
        var prediction = predictor.Predict(track);
        await KeepAsync(http, prediction);
        await Page.SendFragmentAsync(http, Result(words, prediction));
    }

    async Task KeepAsync(HttpContext http, Prediction prediction)
    {
        if (prediction.Track is { Id: { } id, Title: { } title, Artists: { Value.Count: > 0 } artists })
            await top.KeepAsync(WebSession.ChatOf(WebSession.FindOrBegin(http)), new TopSong(id, title.Value, artists.Value[0], prediction.Streams, clock.GetUtcNow()), http.RequestAborted);
    }

    static Html Result(Language words, Prediction prediction)
    {
        var names = SongMetadata.Of(prediction.Track);
        return Html.Of($"""
            <section class="result">
            <p class="verdict">{words[new TextKey($"verdict.{prediction.Verdict.Level.ToString().ToLowerInvariant()}")]} {prediction.Verdict.Emoji}</p>
            <p>{words.Say(WebTexts.Streams, ("streams", prediction.Streams.ToString("0.##", words.Culture)))}</p>
            <dl class="fields"><div><dt>{words[WebTexts.SongLabel]}</dt><dd>{names.Song}</dd></div><div><dt>{words[WebTexts.ArtistLabel]}</dt><dd>{string.Join(", ", names.Artist)}</dd></div><div><dt>{words[WebTexts.Album]}</dt><dd>{names.Album}</dd></div></dl>
            <p><a href="/">{words[WebTexts.Again]}</a></p>
            </section>
            """);
    }

    static Task AgainAsync(HttpContext http, Language words, IFormCollection fields, int status, TextKey error)
    {
        http.Response.StatusCode = status;
        return Page.SendFragmentAsync(http, Html.Of($"""
            <form method="post" action="{Address}" class="song">
            <p role="alert">{words[error]}</p>
            <label>{words[WebTexts.SongLabel]} <input name="song" required maxlength="{TrackQuery.LongestText}" value="{Shown(fields["song"])}"></label>
            <label>{words[WebTexts.ArtistLabel]} <input name="artist" required maxlength="{TrackQuery.LongestText}" value="{Shown(fields["artist"])}"></label>
            <button type="submit">{words[WebTexts.Ask]}</button>
            </form>
            """));
    }

    static string Shown(string? field) => field is { Length: > TrackQuery.LongestText } ? field[..TrackQuery.LongestText] : field ?? "";

    /// <summary>Whether a browser says that another site sends this form.</summary>
    static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        // Older browsers: behind a proxy the scheme may be another one, the name is not.
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
