using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using MusicFlow.Chat;
using MusicFlow.Web.Markup;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Pages;

/// <summary><c>/</c>: the bot to talk to. Works without script; with it, answers arrive in place.</summary>
internal static class TryItPage
{
    const string ExampleSong = "The Less I Know The Better - Tame Impala";

    static readonly string[] Examples = [ExampleSong, "Blinding Lights - The Weeknd", "Bohemian Rhapsody - Queen"];

    /// <summary>Sends the page with what was said before.</summary>
    public static async Task SendAsync(HttpContext http, PageWords pages, Conversations conversations, IAntiforgery tokens)
    {
        var words = await pages.OfAsync(http);
        var turns = conversations.Of(WebSession.Find(http));
        var token = ChatForm.Token(http, tokens);
        await Page.SendAsync(http, words, words[WebTexts.Tagline], Html.Of($"""
            <div class="talk">
            <section class="hero{Html.If(turns.Count > 0, Html.Of($" small-hero"))}">
            <h1>{words[WebTexts.Tagline]}</h1>
            <p class="lead">{words[WebTexts.Intro]}</p>
            <p class="chips"><span>{words[WebTexts.ForExample]}</span>{Examples.Select(song => WebRenderer.Button(new Button(song, $"/predict {song}"), turn: null))}{WebRenderer.Button(new Button(words[WebTexts.AllCommands], "/help"), turn: null)}</p>
            </section>
            <div id="log" role="log" aria-live="polite" aria-label="{words[WebTexts.Conversation]}" data-thinking="{words[WebTexts.Thinking]}" data-offline="{words[WebTexts.Offline]}">{turns.Select(turn => turn.Markup)}</div>
            <form id="ask" method="post" action="{ChatForm.Address}">
            {token}
            <label class="hidden" for="text">{words[WebTexts.AskLabel]}</label>
            <input id="text" name="text" type="text" required maxlength="300" autocomplete="off" enterkeyhint="send" placeholder="{ExampleSong}">
            <button type="submit" class="send">{words[WebTexts.Ask]}</button>
            </form>
            {ChatForm.PressForm(token)}
            </div>
            """));
    }
}
