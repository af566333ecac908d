using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Csv;

/// <summary>What one row of a CSV file turned out to be.</summary>
public abstract record CsvTrackRow
{
    CsvTrackRow()
    {
    }

    /// <summary>A track.</summary>
    /// <param name="Track">Its facts; title and artists are known.</param>
    /// <param name="RefusedValues">Names of the facts whose value was no value of theirs (not a number, out of range): they stay unknown.</param>
    public sealed record Taken(TrackFacts Track, IReadOnlyList<string> RefusedValues) : CsvTrackRow;

    /// <summary>Not a track.</summary>
    /// <param name="Line">Line of the file on which the row starts, from 1.</param>
    /// <param name="Reason">One of few short reasons, fit for counting: <c>no title</c>.</param>
    public sealed record Refused(long Line, string Reason) : CsvTrackRow;
}
