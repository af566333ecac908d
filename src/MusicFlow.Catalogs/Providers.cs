using Microsoft.Extensions.Options;
using MusicFlow.Catalogs.Deezer;
using MusicFlow.Catalogs.Http;
using MusicFlow.Catalogs.ITunes;
using MusicFlow.Catalogs.MusicBrainz;
using MusicFlow.Catalogs.ReccoBeats;
using MusicFlow.Catalogs.Spotify;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs;

/// <summary>Makes the providers with their lines by the settings, and closes the lines at the end.</summary>
internal sealed class Providers(ProviderHttpFactory lines, IOptions<SpotifyOptions> spotify, IOptions<EnrichmentOptions> all, TimeProvider time) : IDisposable
{
    readonly List<IDisposable> open = [];

    /// <summary>Makes the provider of a section.</summary>
    public ITrackProvider Make(string name) => name switch
    {
        "Spotify" => Spotify(),
        "Deezer" => new DeezerProvider(new DeezerClient(Open(name)), lines.OptionsOf(name), time),
        "MusicBrainz" => new MusicBrainzProvider(new MusicBrainzClient(Open(name)), new CoverArtClient(Open("CoverArtArchive"), lines.OptionsOf("CoverArtArchive").BaseAddress!), lines.OptionsOf(name), all.Value, time),
        "ITunes" => new ITunesProvider(new ITunesClient(Open(name)), lines.OptionsOf(name), time),
        "ReccoBeats" => new ReccoBeatsProvider(new ReccoBeatsClient(Open(name)), lines.OptionsOf(name), time),
        _ => throw new ArgumentException($"There is no provider {name}.", nameof(name)),
    };

    public void Dispose() => open.ForEach(line => line.Dispose());

    SpotifyProvider Spotify()
    {
        // Tokens have a line of their own: what the API says of too many requests is not said of them.
        var tokens = new SpotifyTokens(Open("Spotify"), spotify.Value, time);
        open.Add(tokens);
        return new SpotifyProvider(new SpotifyClient(Open("Spotify"), tokens, spotify.Value), new SpotifyAbilities(time), spotify.Value, lines.OptionsOf("Spotify"), time);
    }

    ProviderHttp Open(string name)
    {
        var line = lines.Open(name);
        open.Add(line);
        return line;
    }
}
