using MusicFlow.Testing.Deezer;
using MusicFlow.Testing.ITunes;
using MusicFlow.Testing.MusicBrainz;
using MusicFlow.Testing.ReccoBeats;
using MusicFlow.Testing.Spotify;

namespace MusicFlow.Testing.Providers;

/// <summary>Every provider, emulated over one shelf of songs, and the settings that lead to them.</summary>
public sealed class ProviderWorld : IAsyncDisposable
{
    ProviderWorld()
    {
    }

    public required SpotifyEmulator Spotify { get; init; }

    public required DeezerEmulator Deezer { get; init; }

    public required MusicBrainzEmulator MusicBrainz { get; init; }

    public required ITunesEmulator ITunes { get; init; }

    public required ReccoBeatsEmulator ReccoBeats { get; init; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ServiceEmulator> All => [Spotify, Deezer, MusicBrainz, ITunes, ReccoBeats];

    /// <summary>Starts them.</summary>
    public static async Task<ProviderWorld> StartAsync(SpotifyMode mode = SpotifyMode.Extended, SongShelf? shelf = null, bool isStrict = true) => new()
    {
        Spotify = await SpotifyEmulator.StartAsync(mode, shelf),
        Deezer = await DeezerEmulator.StartAsync(shelf, isStrict: isStrict),
        MusicBrainz = await MusicBrainzEmulator.StartAsync(shelf, isStrict: isStrict),
        ITunes = await ITunesEmulator.StartAsync(shelf, isStrict: isStrict),
        ReccoBeats = await ReccoBeatsEmulator.StartAsync(shelf),
    };

    /// <summary>Settings that lead to the emulators, with Spotify's keys or without.</summary>
    public Dictionary<string, string?> Settings(bool hasSpotify = true) => new()
    {
        ["Spotify:ClientId"] = hasSpotify ? SpotifyEmulator.ClientId : "",
        ["Spotify:ClientSecret"] = hasSpotify ? SpotifyEmulator.ClientSecret : "",
        ["Spotify:AccountsAddress"] = Spotify.Address.AbsoluteUri,
        ["Spotify:OpenAddress"] = Spotify.Address.AbsoluteUri,
        ["Providers:Contact"] = "bot@example.org",
        ["Providers:Spotify:BaseAddress"] = Spotify.Address.AbsoluteUri,
        ["Providers:Deezer:BaseAddress"] = Deezer.Address.AbsoluteUri,
        ["Providers:MusicBrainz:BaseAddress"] = MusicBrainz.Address.AbsoluteUri,
        ["Providers:CoverArtArchive:BaseAddress"] = MusicBrainz.Address.AbsoluteUri,
        ["Providers:ITunes:BaseAddress"] = ITunes.Address.AbsoluteUri,
        ["Providers:ReccoBeats:BaseAddress"] = ReccoBeats.Address.AbsoluteUri,
    };

    /// <summary>Makes all of them fail alike; <see langword="null"/> mends them.</summary>
    public void Fail(Fault? fault)
    {
        foreach (var emulator in All)
            emulator.Fault = fault;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var emulator in All)
            await emulator.DisposeAsync();
    }
}
