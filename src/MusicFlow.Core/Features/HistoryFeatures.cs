using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>What the listener played of the artist and the album, this track's own plays excluded.</summary>
/// <remarks>None is ever missing when a history is given: an artist never played counts 0 and was last played <see cref="NeverDays"/> ago.</remarks>
internal static class HistoryFeatures
{
    /// <summary>Days since the last play are clipped to this, and "never" is written so.</summary>
    public const int NeverDays = 730;

    /// <summary>The feature that is above 0 where the listener knows the artist.</summary>
    public const string KnownArtist = "artist_streams";

    private const double Many = 1_000_000;

    public static IReadOnlyList<Feature> All { get; } =
    [
        new(KnownArtist, History, "streams", 0, Many, "your streams of this artist in the last year", r => r.Artist?.Streams),
        new("artist_older_streams", History, "streams", 0, Many, "your older streams of this artist", r => r.Artist?.OlderStreams),
        new("artist_tracks", History, "tracks", 0, Many, "tracks of this artist that you played", r => r.Artist?.Tracks),
        new("artist_mean_streams", History, "streams", 0, Many, "how often you play a song of this artist", r => r.Artist?.MeanStreams),
        new("artist_max_streams", History, "streams", 0, Many, "your most played song of this artist", r => r.Artist?.MaxStreams),
        new("artist_days_since_last", History, "days", 0, NeverDays, "days since you played this artist", r => r.Artist?.DaysSinceLast),
        new("artist_active_days", History, "days", 0, Many, "days on which you played this artist", r => r.Artist?.ActiveDays),
        new("artist_skip_share", History, "", 0, 1, "how often you skip this artist", r => r.Artist?.SkipShare),
        new("artist_streams_per_catalogue_track", History, "streams", 0, Many, "your streams of this artist, per song there is", PerCatalogueTrack),
        new("album_streams", History, "streams", 0, Many, "your streams of this album", r => r.Album?.Streams),
        new("album_tracks", History, "tracks", 0, Many, "tracks of this album that you played", r => r.Album?.Tracks),
        new("album_mean_streams", History, "streams", 0, Many, "how often you play a song of this album", r => r.Album?.MeanStreams),
    ];

    /// <summary>Streams of the artist's other catalogue tracks, each clipped like a target, over their number plus one (shrinks small shelves to 0).</summary>
    private static double? PerCatalogueTrack(FeatureRequest request) =>
        request is { Artist: { } artist, Shelf: { } shelf } ? artist.ClippedStreams / (shelf.Tracks + 1.0) : null;
}
