using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>How near the track sounds to what the listener plays.</summary>
internal static class NeighbourFeatures
{
    public static IReadOnlyList<Feature> All { get; } =
    [
        new("near_distance", Neighbours, "standard deviations", 0, 1000, "distance to the songs you play that sound most alike", r => r.Neighbours?.MeanDistance),
        new("near_streams", Neighbours, "streams", 0, 30, "how often you play the songs that sound most alike", r => r.Neighbours?.MeanStreams),
    ];
}
