using System.Text;
using Microsoft.AspNetCore.Http;
using MusicFlow.Chat.Localisation;
using MusicFlow.Web.Markup;

namespace MusicFlow.Web.Pages;

/// <summary>The frame of every page, and how pages are sent.</summary>
internal static class Page
{
    /// <summary>Header by which the page's own script asks for a fragment.</summary>
    public const string ScriptHeader = "X-Fragment";

    const string HtmlType = "text/html; charset=utf-8";

    static readonly (string Address, TextKey Label)[] Navigation =
        [("/", WebTexts.NavTry), ("/top", WebTexts.NavTop), ("/model", WebTexts.NavModel), ("/about/", WebTexts.NavAbout)];

    static readonly (string Address, TextKey Label)[] Footer = [("/api", WebTexts.NavApi), ("/privacy", WebTexts.NavPrivacy)];

    /// <summary>Sends a page.</summary>
    /// <param name="http">The request.</param>
    /// <param name="words">The language.</param>
    /// <param name="title">Its name, shown in the browser's tab.</param>
    /// <param name="body">What stands in its main part.</param>
    public static Task SendAsync(HttpContext http, Language words, string title, Html body) =>
        WriteAsync(http, Html.Of($"""
            <!doctype html>
            <html lang="{words.Code}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · MusicFlow</title>
            <link rel="icon" type="image/svg+xml" href="{Assets.AddressOf("favicon.svg")}">
            <link rel="stylesheet" href="{Assets.AddressOf("site.css")}">
            <script type="module" src="{Assets.AddressOf("chat.js")}"></script>
            </head>
            <body>
            <a class="skip" href="#main">{words[WebTexts.Skip]}</a>
            <header><a class="brand" href="/">{Assets.Logo}<span>MusicFlow</span></a><nav aria-label="{words[WebTexts.NavLabel]}">{Links(http, words, Navigation)}</nav></header>
            <main id="main" tabindex="-1">{body}</main>
            <footer>{Links(http, words, Footer)}</footer>
            </body>
            </html>
            """));

    /// <summary>Sends a piece of a page, for a script that puts it into one.</summary>
    public static Task SendFragmentAsync(HttpContext http, Html fragment) => WriteAsync(http, fragment);

    /// <summary>Sends a page that says why there is no other.</summary>
    public static Task RefuseAsync(HttpContext http, Language words, int status, TextKey reason)
    {
        http.Response.StatusCode = status;
        var body = Html.Of($"""
            <h1>{status}</h1>
            <p class="lead">{words[reason]}</p>
            <p><a href="/">{words[WebTexts.NavTry]}</a></p>
            <p class="small">{words.Say(WebTexts.Reference, ("reference", http.TraceIdentifier))}</p>
            """);
        return http.Request.Headers.ContainsKey(ScriptHeader)
            ? WriteAsync(http, Html.Of($"""<section class="turn"><article class="card notice"><p>{words[reason]}</p></article></section>"""))
            : SendAsync(http, words, words[reason], body);
    }

    static IEnumerable<Html> Links(HttpContext http, Language words, (string Address, TextKey Label)[] links) => links.Select(link =>
        Html.Of($"""<a href="{link.Address}"{Html.If(http.Request.Path.Value?.TrimEnd('/') == link.Address.TrimEnd('/'), Html.Of($" aria-current=\"page\""))}>{words[link.Label]}</a>"""));

    static Task WriteAsync(HttpContext http, Html html)
    {
        http.Response.ContentType = HtmlType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        return http.Response.WriteAsync(html.ToString(), Encoding.UTF8, http.RequestAborted);
    }
}
