using Microsoft.Playwright;

namespace MusicFlow.EndToEnd;

/// <summary>The site in a real browser, at a desk and on a phone, by day and by night, with script and without.</summary>
public sealed class SiteTests(Server server, Browser browser) : IClassFixture<Server>, IClassFixture<Browser>
{
    const string Song = "The Less I Know The Better - Tame Impala";

    static readonly ViewportSize Desk = new() { Width = 1100, Height = 860 };
    static readonly ViewportSize Phone = new() { Width = 360, Height = 740 };

    [Theory]
    [InlineData("desk-light", false, ColorScheme.Light)]
    [InlineData("desk-dark", false, ColorScheme.Dark)]
    [InlineData("phone-light", true, ColorScheme.Light)]
    [InlineData("phone-dark", true, ColorScheme.Dark)]
    public async Task A_question_is_answered_with_a_card_and_its_button_works(string name, bool isPhone, ColorScheme scheme)
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = isPhone ? Phone : Desk, ColorScheme = scheme, HasTouch = isPhone });
        await visit.Page.GotoAsync("/");
        await visit.PictureAsync($"{name}-1-empty", whole: false);

        await visit.AskAsync(Song);
        await visit.PictureAsync($"{name}-2-answer");
        await visit.Page.Locator(".turn .buttons button").First.ClickAsync();
        await visit.Page.Locator(".turn .card").Nth(1).WaitForAsync();
        await visit.PictureAsync($"{name}-3-why");

        Assert.Contains("Tame Impala", await visit.Page.Locator(".turn .card h2").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(Song, await visit.Page.Locator(".asked").First.InnerTextAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => [...document.images].every(i => i.naturalWidth > 0 && i.alt !== null)"));
        await visit.AssertSoundAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_asks_and_presses()
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = Desk });
        await visit.Page.GotoAsync("/");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await visit.Page.EvaluateAsync<string>("() => document.activeElement.className"));
        await visit.Page.FocusAsync("#text");
        await visit.Page.Keyboard.TypeAsync(Song);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".turn .card").First.WaitForAsync();
        Assert.Equal("text", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await visit.Page.Keyboard.PressAsync("Shift+Tab");
        Assert.Equal("BUTTON", await visit.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".turn .card").Nth(1).WaitForAsync();
    }

    [Fact]
    public async Task Without_script_everything_works_too()
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = Desk, JavaScriptEnabled = false });
        await visit.Page.GotoAsync("/");

        await visit.Page.FillAsync("#text", Song);
        await visit.Page.PressAsync("#text", "Enter");
        await visit.Page.Locator(".turn .card").First.WaitForAsync();
        await visit.Page.Locator(".turn .buttons button").First.ClickAsync();
        await visit.Page.Locator(".turn .card").Nth(1).WaitForAsync();

        Assert.Equal(2, await visit.Page.Locator(".turn").CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_setting_is_changed_in_place_and_the_page_follows(bool hasScript)
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = Desk, JavaScriptEnabled = hasScript });
        await visit.Page.GotoAsync("/");
        await visit.AskAsync("/settings");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await visit.Page.Locator(".turn .card").Filter(new() { HasText = "Sprache" }).First.WaitForAsync();
        await visit.Page.ReloadAsync();

        Assert.Equal(1, await visit.Page.Locator(".turn").CountAsync());
        Assert.Equal("/settings", await visit.Page.Locator(".asked").InnerTextAsync());
        Assert.Equal("de", await visit.Page.GetAttributeAsync("html", "lang"));
    }

    [Fact]
    public async Task What_people_type_is_never_markup()
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = Desk });
        await visit.Page.GotoAsync("/");

        await visit.AskAsync("<img src=x onerror=document.title='owned'> - \"><script>document.title='owned'</script>");
        await visit.Page.ReloadAsync();

        Assert.DoesNotContain("owned", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.Page.Locator("#log img[src=x], #log script").CountAsync());
    }

    [Fact]
    public async Task A_visitor_who_reads_German_is_answered_in_German()
    {
        await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = Desk, Locale = "de-AT" });
        await visit.Page.GotoAsync("/");

        await visit.AskAsync(Song);
        await visit.PictureAsync("german");

        Assert.Equal("de", await visit.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains("Streams in einem Jahr", await visit.Page.Locator(".turn .card").First.InnerTextAsync(), StringComparison.Ordinal);
        await visit.AssertSoundAsync();
    }

    [Theory]
    [InlineData("/top")]
    [InlineData("/model")]
    [InlineData("/about/")]
    [InlineData("/privacy")]
    [InlineData("/api")]
    [InlineData("/songs/1")]
    [InlineData("/nothing-here")]
    public async Task Every_page_is_sound_at_desk_and_phone(string path)
    {
        foreach (var (size, scheme, name) in new[] { (Desk, ColorScheme.Light, "desk-light"), (Phone, ColorScheme.Dark, "phone-dark") })
        {
            await using var visit = await browser.OpenAsync(server.Address, new() { ViewportSize = size, ColorScheme = scheme });
            await visit.Page.GotoAsync("/");
            await visit.AskAsync(Song);
            var isExpected = path == "/nothing-here" ? 404 : 200;

            var response = await visit.Page.GotoAsync(path);
            await visit.PictureAsync($"page-{path.Trim('/').Replace('/', '-')}-{name}");

            Assert.Equal(isExpected, response!.Status);
            if (isExpected == 200) await visit.AssertSoundAsync();
        }
    }
}
