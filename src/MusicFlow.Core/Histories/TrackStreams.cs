using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Histories;

/// <summary>How often one recording was streamed within a window.</summary>
/// <param name="Key">The recording, over all its spellings and ids.</param>
/// <param name="Track">The spelling of its latest play in the window, preferring one with an id.</param>
/// <param name="Streams">Streams in the window, ≥ 0; 0 for a recording that was only skipped through or played in private.</param>
/// <param name="Plays">Plays in the window, streams or not, ≥ 1.</param>
/// <param name="MsTotal">Milliseconds of all its streams in the window.</param>
public sealed record TrackStreams(TrackKey Key, HistoryTrack Track, int Streams, int Plays, long MsTotal)
{
    /// <summary>End of its first stream in the window, or <see langword="null"/> without streams.</summary>
    public DateTimeOffset? FirstStream { get; init; }

    /// <summary>End of its last stream in the window, or <see langword="null"/> without streams.</summary>
    public DateTimeOffset? LastStream { get; init; }

    /// <summary>What the model learns: streams, clipped to 0–30.</summary>
    public int Target => Math.Min(Streams, StreamWindow.MostStreams);
}
