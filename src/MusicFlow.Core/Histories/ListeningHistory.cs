namespace MusicFlow.Core.Histories;

/// <summary>A listener's plays in memory, ordered by time, each told once. Immutable and thread-safe.</summary>
/// <remarks>Parts (<see cref="Before"/>, <see cref="Between"/>) share the memory of the whole.</remarks>
public sealed class ListeningHistory
{
    readonly PlayRow[] rows;
    readonly HistoryTrack[] tracks;
    readonly int start;

    internal ListeningHistory(PlayRow[] rows, HistoryTrack[] tracks, SavedLibrary? library, int merged)
        : this(rows, tracks, 0, rows.Length, library, merged)
    {
    }

    ListeningHistory(PlayRow[] rows, HistoryTrack[] tracks, int start, int count, SavedLibrary? library, int merged) =>
        (this.rows, this.tracks, this.start, Count, Library, Merged) = (rows, tracks, start, count, library, merged);

    /// <summary>A history without plays.</summary>
    public static ListeningHistory Empty { get; } = new([], [], null, 0);

    /// <summary>Number of plays.</summary>
    public int Count { get; }

    /// <summary>How many plays were dropped as told twice when the history was made.</summary>
    public int Merged { get; }

    /// <summary>The saved library, or <see langword="null"/> when unknown. It carries no time, so a part of a history has the whole library.</summary>
    public SavedLibrary? Library { get; }

    /// <summary>The plays, earliest first, in compact form: the fast way through a history.</summary>
    public ReadOnlySpan<PlayRow> Rows => rows.AsSpan(start, Count);

    /// <summary>The tracks that <see cref="PlayRow.Track"/> points to; a part of a history may leave some without a play.</summary>
    public IReadOnlyList<HistoryTrack> Tracks => tracks;

    /// <summary>The plays, earliest first, with their names.</summary>
    public IEnumerable<Play> Plays
    {
        get
        {
            for (var i = start; i < start + Count; i++) yield return tracks[rows[i].Track].ToPlay(rows[i]);
        }
    }

    /// <summary>End of the earliest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? First => Count == 0 ? null : rows[start].EndedAt;

    /// <summary>End of the latest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? Last => Count == 0 ? null : rows[start + Count - 1].EndedAt;

    /// <summary>Number of streams, over the whole history.</summary>
    public int Streams
    {
        get
        {
            var streams = 0;
            foreach (var row in Rows)
                if (row.IsStream) streams++;
            return streams;
        }
    }

    /// <summary>Makes a history of plays, merging those told twice.</summary>
    /// <param name="plays">Plays in any order.</param>
    /// <param name="library">The saved library, or <see langword="null"/> when unknown.</param>
    public static ListeningHistory Of(IEnumerable<Play> plays, SavedLibrary? library = null)
    {
        ArgumentNullException.ThrowIfNull(plays);
        var builder = new ListeningHistoryBuilder();
        foreach (var play in plays) builder.Add(play);
        return builder.Build(library);
    }

    /// <summary>The plays that ended before a time: what was known then.</summary>
    public ListeningHistory Before(DateTimeOffset end) => Part(start, IndexOf(end));

    /// <summary>The plays that ended at or after one time and before another.</summary>
    /// <exception cref="ArgumentException"><paramref name="end"/> is before <paramref name="begin"/>.</exception>
    public ListeningHistory Between(DateTimeOffset begin, DateTimeOffset end)
    {
        if (end < begin) throw new ArgumentException("The end is before the begin.", nameof(end));
        return Part(IndexOf(begin), IndexOf(end));
    }

    ListeningHistory Part(int from, int to) => new(rows, tracks, from, to - from, Library, 0);

    /// <summary>Index of the first play that did not end before a time.</summary>
    int IndexOf(DateTimeOffset time)
    {
        int low = start, high = start + Count;
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (rows[middle].EndedAt < time) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
