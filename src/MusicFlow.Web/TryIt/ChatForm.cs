using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using MusicFlow.Web.Markup;
using MusicFlow.Web.Pages;

namespace MusicFlow.Web.TryIt;

/// <summary>The form of the try-it page: <c>POST /chat</c> with <c>text</c> (typed) or <c>press</c> (a button: turn, blank, command).</summary>
internal static class ChatForm
{
    /// <summary>Where it goes.</summary>
    public const string Address = "/chat";

    /// <summary>Most characters of a text; longer ones are cut before the pipeline sees them, which refuses far shorter ones with a sentence.</summary>
    const int LongestText = 1_000;

    /// <summary>Answers: a fragment for the page's script, else a redirect to the page, where the answer stands.</summary>
    public static async Task AnswerAsync(HttpContext http, IAntiforgery tokens, WebAdapter adapter, PageWords pages)
    {
        var words = await pages.OfAsync(http);
        if (!await IsOwnFormAsync(http, tokens))
        {
            await Page.RefuseAsync(http, words, StatusCodes.Status400BadRequest, WebTexts.FormExpired);
            return;
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var said = Read(form, WebSession.FindOrBegin(http), words.Code);
        var (turn, replaces) = await adapter.AnswerAsync(said, http.RequestAborted);
        if (!http.Request.Headers.ContainsKey(Page.ScriptHeader))
        {
            http.Response.Redirect($"/#turn-{turn.Id}");
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            return;
        }
        if (replaces is { } old) http.Response.Headers["X-Replaces"] = $"turn-{old}";
        await Page.SendFragmentAsync(http, turn.Markup);
    }

    /// <summary>The hidden form for buttons; the typed one has a token of its own.</summary>
    public static Html PressForm(Html token) => Html.Of($"""<form id="{WebRenderer.PressForm}" method="post" action="{Address}" hidden>{token}</form>""");

    /// <summary>The token that tells our forms from foreign ones.</summary>
    public static Html Token(HttpContext http, IAntiforgery tokens)
    {
        var set = tokens.GetAndStoreTokens(http);
        return Html.Of($"""<input type="hidden" name="{set.FormFieldName}" value="{set.RequestToken}">""");
    }

    static async Task<bool> IsOwnFormAsync(HttpContext http, IAntiforgery tokens) =>
        http.Request.HasFormContentType && await tokens.IsRequestValidAsync(http);

    static Said Read(IFormCollection form, string session, string locale)
    {
        string? press = form["press"];
        if (press is not { Length: > 0 }) return new Said(session, Cut(form["text"]), IsPress: false, Source: null, locale);
        var blank = press.IndexOf(' ', StringComparison.Ordinal);
        var isTurn = long.TryParse(press.AsSpan(0, Math.Max(0, blank)), NumberStyles.None, CultureInfo.InvariantCulture, out var turn) && turn > 0;
        return new Said(session, Cut(press[(blank + 1)..]), IsPress: true, isTurn ? turn : null, locale);
    }

    /// <summary>The command that tells what can be asked: the answer to nothing.</summary>
    const string Help = "/help";

    static string Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : string.IsNullOrWhiteSpace(text) ? Help : text;
}
