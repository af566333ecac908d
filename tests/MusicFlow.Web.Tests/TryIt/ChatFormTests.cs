using System.Net;
using System.Text.RegularExpressions;

namespace MusicFlow.Web.Tests.TryIt;

/// <summary>The conversation over HTTP, without a browser.</summary>
public sealed partial class ChatFormTests
{
    const string Song = "The Less I Know The Better - Tame Impala";

    [Fact]
    public async Task A_question_is_answered_and_stands_on_the_page_afterwards()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();

        var response = await AskAsync(visitor, "text", Song);
        var page = await PageAsync(visitor);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("/#turn-", response.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains($"""<p class="asked" dir="auto">{Song}</p>""", page, StringComparison.Ordinal);
        Assert.Contains("Tame Impala</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_gets_the_turn_alone()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        visitor.DefaultRequestHeaders.Add("X-Fragment", "1");

        var response = await AskAsync(visitor, "text", Song);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("<section class=\"turn\"", await TextAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_runs_its_command_and_is_shown_by_its_label()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        await AskAsync(visitor, "text", Song);
        var press = Why().Match(await PageAsync(visitor)).Groups["press"].Value;

        await AskAsync(visitor, "press", press);

        Assert.Contains("""<p class="asked" dir="auto">Why?</p>""", await PageAsync(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_are_served_for_good_and_unknown_ones_not_at_all()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        await AskAsync(visitor, "text", Song);

        var picture = await visitor.GetAsync(new Uri(PictureAddress().Match(await PageAsync(visitor)).Value, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.True(picture.Headers.CacheControl?.MaxAge > TimeSpan.FromDays(300));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/pictures/0123.png")).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_begins_no_session()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        using var form = new FormUrlEncodedContent([new("text", Song)]);

        var response = await visitor.PostAsync(new Uri("/chat", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_session_cookie_comes_with_the_first_question_and_is_out_of_reach_of_scripts()
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        var before = await visitor.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        var after = await AskAsync(visitor, "text", Song);

        Assert.DoesNotContain(before.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("musicflow_chat", StringComparison.Ordinal));
        var cookie = Assert.Single(after.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("musicflow_chat", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("text", "")]
    [InlineData("text", "/nonsense")]
    [InlineData("text", "<script>alert(1)</script>")]
    [InlineData("text", "a\0b\u202E\uFEFF")]
    [InlineData("press", "x")]
    [InlineData("press", " ")]
    [InlineData("press", "99999999999999999999 /why")]
    [InlineData("press", "-1 /top reset")]
    public async Task Whatever_is_sent_is_answered_with_a_turn(string field, string value)
    {
        await using var site = await TestSite.StartAsync();
        using var visitor = site.NewVisitor();
        visitor.DefaultRequestHeaders.Add("X-Fragment", "1");

        var html = await TextAsync(await AskAsync(visitor, field, value));

        Assert.Contains("<article class=\"card", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_visitors_do_not_see_each_other()
    {
        await using var site = await TestSite.StartAsync();
        using var one = site.NewVisitor();
        using var other = site.NewVisitor();
        await AskAsync(one, "text", Song);

        Assert.DoesNotContain("class=\"asked\"", await PageAsync(other), StringComparison.Ordinal);
    }

    static async Task<HttpResponseMessage> AskAsync(HttpClient visitor, string field, string value)
    {
        var token = Token().Match(await PageAsync(visitor)).Groups["token"].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field, value)]);
        return await visitor.PostAsync(new Uri("/chat", UriKind.Relative), form, TestContext.Current.CancellationToken);
    }

    static async Task<string> PageAsync(HttpClient visitor) => await TextAsync(await visitor.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));

    static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [GeneratedRegex("__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("value=\"(?<press>[0-9]+ /why [^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Why();

    [GeneratedRegex("/pictures/[0-9a-f]+\\.png", RegexOptions.NonBacktracking)]
    private static partial Regex PictureAddress();
}
