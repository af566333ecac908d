namespace MusicFlow.Core.Histories.Exports;

/// <summary>Counts what one file holds while it is read.</summary>
internal sealed class FileTally
{
    readonly int[] skipped = new int[Enum.GetValues<SkipReason>().Length];
    readonly ArtistCount artists = new();
    int streams;
    DateTimeOffset? first;
    DateTimeOffset? last;

    /// <summary>Rows counted so far, plays or not.</summary>
    public int Rows { get; private set; }

    /// <summary>Plays counted so far.</summary>
    public int Plays { get; private set; }

    /// <summary>The artists of the counted plays.</summary>
    public ArtistCount Artists => artists;

    public void Count(Play play)
    {
        Rows++;
        Plays++;
        if (play.IsStream) streams++;
        if (first is null || play.EndedAt < first) first = play.EndedAt;
        if (last is null || play.EndedAt > last) last = play.EndedAt;
        artists.Add(play.Artist);
    }

    public void Skip(SkipReason reason)
    {
        Rows++;
        skipped[(int)reason]++;
    }

    /// <summary>The counts as a line of the summary.</summary>
    public HistoryFile ToFile(string name, HistoryFileKind kind, HistoryFileOutcome outcome, string? problem) => new(name, kind, outcome)
    {
        Rows = Rows,
        Plays = Plays,
        Streams = streams,
        First = first,
        Last = last,
        Artists = artists.Count,
        Skipped = Enum.GetValues<SkipReason>().Where(reason => skipped[(int)reason] > 0).ToDictionary(reason => reason, reason => skipped[(int)reason]),
        Problem = problem,
    };
}
