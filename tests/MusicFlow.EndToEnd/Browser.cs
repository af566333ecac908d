using Microsoft.Playwright;

namespace MusicFlow.EndToEnd;

/// <summary>A real browser, shared by the tests; each opens a window without memory.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Where Debian puts it; <c>MUSICFLOW_CHROMIUM</c> names another place.</summary>
    static readonly string Program = Environment.GetEnvironmentVariable("MUSICFLOW_CHROMIUM") ?? "/usr/bin/chromium";

    IPlaywright? playwright;
    IBrowser? browser;

    /// <summary>Text of axe-core, put under <c>artifacts/axe</c> by <c>.ci/run</c>; <see langword="null"/> where it is not.</summary>
    public static string? Axe { get; } = Up("artifacts/axe/axe.min.js") is { } file ? File.ReadAllText(file) : null;

    /// <summary>Folder for screenshots, inside the repository and ignored by git.</summary>
    public static string Screenshots { get; } = Path.Combine(Path.GetDirectoryName(Up("MusicFlow.Bot.sln")) ?? AppContext.BaseDirectory, "artifacts", "screenshots");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program)) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens a window; skips the test where there is no browser.</summary>
    public async Task<Visit> OpenAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        if (browser is null) Assert.Skip($"No browser at {Program}: the pages are not tested (apt-get install chromium).");
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address.ToString();
        options.Locale ??= "en";
        var context = await browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    static string? Up(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, path) is var file && File.Exists(file))
                return file;
        return null;
    }
}
