using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>The listener's earlier plays of the track itself: for forecasts of the time to come, never for "how often would I".</summary>
internal static class OwnPlayFeatures
{
    private const double Many = 1_000_000;

    public static IReadOnlyList<Feature> All { get; } =
    [
        new("own_streams", OwnPlays, "streams", 0, Many, "your streams of this song in the last year", r => r.Own?.Streams),
        new("own_older_streams", OwnPlays, "streams", 0, Many, "your older streams of this song", r => r.Own?.OlderStreams),
        new("own_days_since_last", OwnPlays, "days", 0, HistoryFeatures.NeverDays, "days since you played this song", r => r.Own?.DaysSinceLast),
        new("own_days_since_first", OwnPlays, "days", 0, HistoryFeatures.NeverDays, "days since you first played this song", r => r.Own?.DaysSinceFirst),
        new("own_active_days", OwnPlays, "days", 0, Many, "days on which you played this song", r => r.Own?.ActiveDays),
        new("own_skip_share", OwnPlays, "", 0, 1, "how often you skip this song", r => r.Own?.SkipShare),
    ];
}
