namespace MusicFlow.Core.Histories;

/// <summary>What one reading found, file by file; shown to the listener before anything is committed.</summary>
/// <param name="Files">Every file looked at, in reading order.</param>
/// <param name="Library">Saved tracks and playlists, or <see langword="null"/> when no library file was taken.</param>
/// <param name="Artists">Distinct artist names over all taken files, counted up to <see cref="HistoryLimits.CountedArtists"/>.</param>
/// <param name="Advice">One sentence on what to do when there is not a single play; otherwise <see langword="null"/>.</param>
public sealed record HistorySummary(IReadOnlyList<HistoryFile> Files, SavedLibrary? Library, int Artists, string? Advice)
{
    /// <summary>Rows seen in the files that were not refused.</summary>
    public long Rows => Files.Sum(file => (long)file.Rows);

    /// <summary>Plays handed on, before merging.</summary>
    public long Plays => Files.Sum(file => (long)file.Plays);

    /// <summary>Those of <see cref="Plays"/> that are streams.</summary>
    public long Streams => Files.Sum(file => (long)file.Streams);

    /// <summary>End of the earliest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? First => Files.Min(file => file.First);

    /// <summary>End of the latest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? Last => Files.Max(file => file.Last);

    /// <summary>Files of which nothing was kept because they are damaged or over a limit.</summary>
    public IEnumerable<HistoryFile> Refused => Files.Where(file => file.Outcome == HistoryFileOutcome.Refused);

    /// <summary>Rows that are no plays of a track, by reason, over all files.</summary>
    public IReadOnlyDictionary<SkipReason, long> Skipped =>
        Files.SelectMany(file => file.Skipped)
            .GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => group.Sum(pair => (long)pair.Value));
}
