using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Chats;
using MusicFlow.Web.TryIt;

namespace MusicFlow.Web.Tests.Pages;

/// <summary><c>POST /search_song</c>, MusicFlow's first form.</summary>
public sealed class SongFormTests
{
    [Fact]
    public async Task A_known_song_is_answered_with_a_piece_of_a_page_and_kept_among_the_best()
    {
        await using var site = await TestSite.StartAsync();

        var response = await PostAsync(site, "The Less I Know The Better", "Tame Impala");
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.Contains("Number of streams: ", html, StringComparison.Ordinal);
        Assert.Contains("Currents", html, StringComparison.Ordinal);
        var session = Assert.Single(response.Headers.GetValues("Set-Cookie")).Split('=', ';')[1];
        Assert.Single(await site.Services.GetRequiredService<ITopSongs>().GetAsync(WebSession.ChatOf(session), 4, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("", "Tame Impala", 422)]
    [InlineData("Hello", "", 422)]
    [InlineData("Nothing Like It", "Nobody", 404)]
    [InlineData("\"><script>", "x", 404)]
    [InlineData("one two three four five six seven eight nine ten eleven", "a b c d e f", 404)]
    public async Task What_cannot_be_answered_is_the_form_again_with_an_error(string song, string artist, int status)
    {
        await using var site = await TestSite.StartAsync();

        var response = await PostAsync(site, song, artist);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains("<p role=\"alert\">", html, StringComparison.Ordinal);
        Assert.Contains($"name=\"song\" required maxlength=\"200\" value=\"{WebUtility.HtmlEncode(song)}\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task A_form_on_a_foreign_site_is_refused(string header, string value)
    {
        await using var site = await TestSite.StartAsync();
        site.Client.DefaultRequestHeaders.Add(header, value);

        var response = await PostAsync(site, "The Less I Know The Better", "Tame Impala");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    static async Task<HttpResponseMessage> PostAsync(TestSite site, string song, string artist)
    {
        using var form = new FormUrlEncodedContent([new("song", song), new("artist", artist)]);
        return await site.Client.PostAsync(new Uri("/search_song", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }
}
