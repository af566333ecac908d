namespace MusicFlow.Core.Histories.Exports;

/// <summary>The properties of export rows that matter; each is one bit in <see cref="ExportRow.Seen"/>.</summary>
[Flags]
internal enum RowField
{
    None = 0,
    EndTime = 1 << 0,
    Timestamp = 1 << 1,
    Title = 1 << 2,
    Artist = 1 << 3,
    Album = 1 << 4,
    TrackUri = 1 << 5,
    MsPlayed = 1 << 6,
    Incognito = 1 << 7,
    Podcast = 1 << 8,
    Episode = 1 << 9,
    Audiobook = 1 << 10,
    Search = 1 << 11,
}

/// <summary>One row while it is being read; reused for every row.</summary>
internal struct ExportRow
{
    /// <summary>Properties present, whatever their value.</summary>
    public RowField Seen;

    /// <summary>Properties present with a value other than null.</summary>
    public RowField Filled;

    /// <summary>Properties whose value is of the wrong type or out of range.</summary>
    public RowField Wrong;

    public DateTimeOffset EndedAt;
    public string? Title;
    public string? Artist;
    public string? Album;
    public string? SpotifyId;
    public int MsPlayed;
    public bool Incognito;

    /// <summary>What kind of history has such rows.</summary>
    public readonly HistoryFileKind Shape =>
        Has(RowField.Timestamp | RowField.MsPlayed) ? HistoryFileKind.ExtendedHistory
        : Has(RowField.EndTime | RowField.Podcast) ? HistoryFileKind.PodcastHistory
        : Has(RowField.EndTime | RowField.Audiobook) ? HistoryFileKind.AudiobookHistory
        : Has(RowField.EndTime) && (Seen & (RowField.Title | RowField.Artist)) != RowField.None ? HistoryFileKind.AccountHistory
        : Has(RowField.Search) ? HistoryFileKind.SearchHistory
        : HistoryFileKind.Other;

    /// <summary>Why this row is no play, or <see langword="null"/> when it is one.</summary>
    /// <param name="earliest">Plays that ended before this are absurd.</param>
    /// <param name="latest">Plays that ended after this are absurd.</param>
    public readonly SkipReason? Fault(DateTimeOffset earliest, DateTimeOffset latest)
    {
        if (Shape is HistoryFileKind.Other or HistoryFileKind.SearchHistory) return SkipReason.NotARow;
        if (Shape == HistoryFileKind.PodcastHistory) return SkipReason.Podcast;
        if (Shape == HistoryFileKind.AudiobookHistory) return SkipReason.Audiobook;
        if ((Wrong & (RowField.Title | RowField.Artist | RowField.Album | RowField.TrackUri)) != RowField.None) return SkipReason.BadText;
        if (string.IsNullOrWhiteSpace(Title) || string.IsNullOrWhiteSpace(Artist))
        {
            return (Filled & RowField.Audiobook) != RowField.None ? SkipReason.Audiobook
                : (Filled & RowField.Episode) != RowField.None ? SkipReason.Podcast
                : SkipReason.NoTrack;
        }
        if ((Wrong & (RowField.Timestamp | RowField.EndTime)) != RowField.None || EndedAt < earliest || EndedAt > latest) return SkipReason.BadTime;
        return (Filled & RowField.MsPlayed) == RowField.None || (Wrong & RowField.MsPlayed) != RowField.None ? SkipReason.BadDuration : null;
    }

    /// <summary>The row as a play; only for a row without <see cref="Fault"/>.</summary>
    public readonly Play ToPlay() => new(EndedAt, Title!, Artist!, Album, SpotifyId, MsPlayed, Incognito);

    readonly bool Has(RowField fields) => (Seen & fields) == fields;
}
