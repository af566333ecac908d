using Microsoft.AspNetCore.Http;
using MusicFlow.Web.Markup;

namespace MusicFlow.Web.Pages;

/// <summary><c>/api</c>: what programs can ask, for the people who write them.</summary>
internal static class ApiPage
{
    const string Example = "?song=The%20Less%20I%20Know%20The%20Better&artist=Tame%20Impala";

    static readonly string[] Addresses = ["/api/info", "/api/health", $"/api/raw_features/{Example}", $"/api/features/{Example}", $"/api/prediction/{Example}"];

    /// <summary>Sends the page.</summary>
    public static async Task SendAsync(HttpContext http, PageWords pages)
    {
        var words = await pages.OfAsync(http);
        await Page.SendAsync(http, words, words[WebTexts.ApiTitle], Html.Of($"""
            <h1>{words[WebTexts.ApiTitle]}</h1>
            <div class="document">
            <p class="lead">{words[WebTexts.ApiIntro]}</p>
            <ul class="addresses">{Addresses.Select(address => Html.Of($"""<li><a href="{address}"><code>GET {Uri.UnescapeDataString(address)}</code></a></li>"""))}</ul>
            <p>{words[WebTexts.ApiErrors]}</p>
            <p><a href="/openapi/v1.json">{words[WebTexts.ApiDocument]}</a></p>
            </div>
            """));
    }
}
