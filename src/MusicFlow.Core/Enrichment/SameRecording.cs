using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Tells whether an answer speaks of the recording that was asked for.</summary>
internal static class SameRecording
{
    /// <summary>How far two lengths of one recording may differ: fades and gaps are cut differently.</summary>
    const double DurationToleranceMs = 6_000;

    /// <summary>How well title and artist must fit where no ISRC speaks.</summary>
    const double GoodNames = 0.85;

    /// <summary>Whether both are the same recording: by ISRC, else by title, artist and length.</summary>
    /// <param name="known">What was asked for, with title and artists.</param>
    /// <param name="offered">The answer; without a title it was asked for by id and is believed.</param>
    public static bool Is(TrackFacts known, TrackFacts offered)
    {
        if (known.Isrc is { } isrc && offered.Isrc is { } theirs && isrc.Value == theirs.Value)
            return true;
        if (known is not { Title: { } title, Artists: { } artists } || offered.Title is null)
            return true;
        return HaveSameLength(known, offered) && TrackScore.Of([new TrackReading(title.Value, artists.Value[0])], offered) >= GoodNames;
    }

    static bool HaveSameLength(TrackFacts known, TrackFacts offered) =>
        known.DurationMs is not { } mine || offered.DurationMs is not { } theirs || Math.Abs(mine.Value - theirs.Value) <= DurationToleranceMs;
}
