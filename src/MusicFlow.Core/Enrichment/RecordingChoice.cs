using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Chooses the answer that speaks of a known recording.</summary>
public static class RecordingChoice
{
    /// <summary>The candidate that fits best.</summary>
    /// <param name="known">The recording, with title and artists.</param>
    /// <param name="candidates">What a search gave, in the order of the provider.</param>
    /// <returns>The best of those that are the same recording by ISRC or by title, artist and length; <see langword="null"/> when none is.</returns>
    public static TrackFacts? Of(TrackFacts known, IEnumerable<TrackFacts> candidates)
    {
        ArgumentNullException.ThrowIfNull(known);
        if (known is not { Title: { } title, Artists: { } artists })
            return null;
        IReadOnlyList<TrackReading> reading = [new TrackReading(title.Value, artists.Value[0])];
        return candidates.Where(candidate => SameRecording.Is(known, candidate)).MaxBy(candidate => TrackScore.Of(reading, candidate));
    }
}
