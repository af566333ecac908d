using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Whom a card has to name and link to, because it shows what they know.</summary>
/// <param name="Name">The service as it writes itself, such as <c>Deezer</c>.</param>
/// <param name="Link">Where the track is found there.</param>
public sealed record Attribution(string Name, Uri Link)
{
    /// <summary>The services whose facts a track holds, in a fixed order; files and the starter songs ask for no mention.</summary>
    /// <param name="track">Facts of a track.</param>
    public static IReadOnlyList<Attribution> Of(TrackFacts track)
    {
        ArgumentNullException.ThrowIfNull(track);
        var sources = TrackMerge.Sources(track).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. One("spotify", "Spotify", track.SpotifyId, "https://open.spotify.com/track/"),
            .. One("deezer", "Deezer", track.DeezerId, "https://www.deezer.com/track/"),
            .. One("musicbrainz", "MusicBrainz", track.MusicBrainzId, "https://musicbrainz.org/recording/"),
            .. One("itunes", "Apple Music", track.AppleId, "https://music.apple.com/us/song/"),
            .. sources.Contains("reccobeats") ? [new Attribution("ReccoBeats", new Uri("https://reccobeats.com/"))] : Array.Empty<Attribution>(),
        ];

        IEnumerable<Attribution> One(string source, string name, Fact<string>? id, string address) =>
            id is { } known && sources.Contains(source) ? [new Attribution(name, new Uri(address + Uri.EscapeDataString(known.Value)))] : [];
    }
}
