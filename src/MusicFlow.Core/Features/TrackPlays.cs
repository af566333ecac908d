using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>One track's plays in a listener's history.</summary>
/// <param name="Key">The track.</param>
/// <param name="Album">Title of the album, where known.</param>
/// <param name="Streams">When each stream (≥ 30 s) ended, UTC, oldest first.</param>
/// <param name="Skips">When each shorter play ended, UTC, oldest first.</param>
public sealed record TrackPlays(TrackKey Key, string? Album, IReadOnlyList<DateTimeOffset> Streams, IReadOnlyList<DateTimeOffset> Skips)
{
    /// <summary>The plays that ended at or after a moment.</summary>
    public TrackPlays Since(DateTimeOffset moment) =>
        this with { Streams = [.. Streams.Where(end => end >= moment)], Skips = [.. Skips.Where(end => end >= moment)] };
}
