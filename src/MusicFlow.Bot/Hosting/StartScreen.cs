using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MusicFlow.Bot.Platforms;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MusicFlow.Bot.Hosting;

/// <summary>What a started server says: what is on, what is off, and which setting turns it on.</summary>
internal static class StartScreen
{
    /// <summary>One line for each part of the program.</summary>
    public static async Task<IRenderable> OfAsync(WebApplication app, CancellationToken ct)
    {
        var configuration = app.Services.GetRequiredService<IConfiguration>();
        var stats = await app.Services.GetRequiredService<ITrackCatalog>().GetStatsAsync(ct);
        var model = app.Services.GetRequiredService<Predictor>().Model;
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        var address = app.Urls.FirstOrDefault() ?? "";
        var table = new Table().RoundedBorder().HideHeaders().AddColumns("part", "state", "more");
        On("Try it", address);
        On("HTTP API", $"{address}/api");
        On("Catalogue", string.Create(CultureInfo.InvariantCulture, $"{stats.Tracks:N0} songs in {storage.Provider}; more with \"musicflow catalog download\""));
        var providers = app.Services.GetRequiredService<ProviderList>();
        if (providers.On.Count > 0) On("Providers", $"{string.Join(", ", providers.On.Select(provider => provider.Name))}; \"Providers:Offline\" turns them off");
        else Off("Providers", "Providers:Offline to false");
        On("Model", model.Id);
        On("Data", DataDirectory.Of(configuration));
        if (HostLog.Folder(configuration) is { } folder) On("Log files", folder);
        else Off("Log files", "Log:Folder");
        if (configuration[Telemetry.EndpointSetting] is { Length: > 0 } endpoint) On("Telemetry", endpoint);
        else Off("Telemetry", Telemetry.EndpointSetting);
        foreach (var platform in PlatformModule.All)
            if (platform.IsConfigured(configuration)) On(platform.Name, "\"musicflow doctor\" says how it fares");
            else Off(platform.Name, platform.Setting);
        table.Caption = new TableTitle("Ctrl+C stops.");
        return table;

        void On(string part, string more) => table.AddRow(new Markup($"[bold]{part}[/]"), new Markup("[green]on[/]"), new Text(more));
        void Off(string part, string setting) => table.AddRow(new Markup($"[bold]{part}[/]"), new Markup("[grey]off[/]"), new Text($"set {setting}"));
    }
}
