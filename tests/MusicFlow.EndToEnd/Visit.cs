using System.Text.Json;
using Microsoft.Playwright;

namespace MusicFlow.EndToEnd;

/// <summary>One person in front of the site, and everything that their browser complains about.</summary>
public sealed class Visit : IAsyncDisposable
{
    const float Patience = 10_000;

    readonly IBrowserContext context;
    readonly List<string> complaints = [];

    internal Visit(IBrowserContext context, IPage page)
    {
        (this.context, Page) = (context, page);
        context.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Types a question and waits for the answer.</summary>
    public async Task AskAsync(string text)
    {
        var turns = await Page.Locator(".turn .card").CountAsync();
        await Page.FillAsync("#text", text);
        await Page.PressAsync("#text", "Enter");
        await Page.Locator(".turn .card").Nth(turns).WaitForAsync();
    }

    /// <summary>Keeps a picture of the window.</summary>
    public async Task PictureAsync(string name, bool whole = true)
    {
        await Page.EvaluateAsync("() => Promise.all([...document.images].map(i => i.decode().catch(() => 0)))");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Browser.Screenshots, name + ".png"), FullPage = whole, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Nothing in the console, nothing wider than the window, no violation of WCAG 2.2 A and AA that axe-core finds.</summary>
    public async Task AssertSoundAsync()
    {
        Assert.Empty(complaints);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the window.");
        if (Browser.Axe is null) Assert.Skip("axe-core is not in artifacts/axe (.ci/run fetches it): accessibility is not tested; all else passed.");
        // Through the debugger: the page's own policy lets no foreign script in.
        var session = await context.NewCDPSessionAsync(Page);
        await session.SendAsync("Runtime.evaluate", new() { ["expression"] = Browser.Axe });
        var found = await session.SendAsync("Runtime.evaluate", new()
        {
            ["expression"] = "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(r => JSON.stringify(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))))",
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        var violations = JsonSerializer.Deserialize<string[]>(found!.Value.GetProperty("result").GetProperty("value").GetString()!)!;
        Assert.Empty(violations);
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
