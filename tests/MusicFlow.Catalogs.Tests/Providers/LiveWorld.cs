using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;
using MusicFlow.Testing.Providers;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Catalogs.Tests.Providers;

/// <summary>The live look-up as the program composes it, over emulated providers and a catalogue in memory.</summary>
internal sealed class LiveWorld : IAsyncDisposable
{
    ServiceProvider? services;

    LiveWorld(ProviderWorld world, bool hasSpotify)
    {
        Emulated = world;
        Settings = world.Settings(hasSpotify);
    }

    public ProviderWorld Emulated { get; }

    /// <summary>Settings; changes count until the first service is asked for.</summary>
    public Dictionary<string, string?> Settings { get; }

    public MemoryCatalog Catalog { get; } = new();

    public CollectingLog Log { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public TrackFinder Finder => Get<TrackFinder>();

    public static async Task<LiveWorld> StartAsync(SpotifyMode? spotify = SpotifyMode.Extended, SongShelf? shelf = null, bool isStrict = true) =>
        new(await ProviderWorld.StartAsync(spotify ?? SpotifyMode.Development, shelf, isStrict), spotify is not null);

    public T Get<T>()
        where T : notnull => (services ??= Build()).GetRequiredService<T>();

    public ITrackProvider Provider(string name) => Get<ProviderList>().All.Single(provider => provider.Name == name);

    /// <summary>Finds a song and waits until nothing more is under way.</summary>
    public async Task<TrackFacts> FindAllAsync(string text, CancellationToken ct)
    {
        var found = Assert.IsType<TrackMatch.Found>(await Finder.FindAsync(text, ct));
        return found.Rest is { } rest ? await rest.WaitAsync(ct) : found.Track;
    }

    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        await Emulated.DisposeAsync();
    }

    ServiceProvider Build() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
        .AddSingleton(Time)
        .AddSingleton<ITrackCatalog>(Catalog)
        .AddCatalogs()
        .AddSingleton<TrackFinder>()
        .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
}
