using System.Net;
using System.Reflection;
using System.Text.Json;
using MusicFlow.Chat.Localisation;
using MusicFlow.Web.Pages;

namespace MusicFlow.Web.Tests.Pages;

public sealed class SitePagesTests
{
    [Theory]
    [InlineData("/", "How often will you play this song?")]
    [InlineData("/about/", "About MusicFlow")]
    [InlineData("/about", "About MusicFlow")]
    [InlineData("/top", "Best songs")]
    [InlineData("/model", "Training data")]
    [InlineData("/privacy", "Privacy")]
    [InlineData("/api", "OpenAPI")]
    [InlineData("/songs/1", "Tame Impala")]
    public async Task Every_page_answers_in_English(string path, string text)
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();

        var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(text, await TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "de")]
    [InlineData("de-AT, en;q=0.5", "de")]
    [InlineData("fr, en;q=0.3, de;q=0.9", "de")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("den", "en")]
    [InlineData("; ,,q=x", "en")]
    public async Task A_page_speaks_the_first_language_of_the_browser_that_we_speak(string accepted, string spoken)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"<html lang=\"{spoken}\">", await TextAsync(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/songs/0")]
    [InlineData("/songs/99")]
    [InlineData("/songs/-1")]
    [InlineData("/nothing")]
    public async Task What_is_not_there_is_a_page_with_404_for_people(string path)
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();

        var response = await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Every_text_of_the_pages_exists_and_every_word_is_used(string code)
    {
        var used = typeof(WebTexts).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => ((TextKey)field.GetValue(null)!).Name);

        await using var file = typeof(Language).Assembly.GetManifestResourceStream($"MusicFlow.Chat.Localisation.{code}.json")!;
        using var words = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            used.Order(StringComparer.Ordinal),
            words.RootElement.EnumerateObject().Select(text => text.Name).Where(name => name.StartsWith("web.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
