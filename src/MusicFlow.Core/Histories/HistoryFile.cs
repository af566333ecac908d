namespace MusicFlow.Core.Histories;

/// <summary>What the reader found in one file.</summary>
/// <param name="Name">Name for display: the path inside the package, at most 120 characters, without control characters. Never a path to open.</param>
/// <param name="Kind">What the file is.</param>
/// <param name="Outcome">Whether anything of it was kept.</param>
public sealed record HistoryFile(string Name, HistoryFileKind Kind, HistoryFileOutcome Outcome)
{
    /// <summary>Rows seen: <see cref="Plays"/> plus all of <see cref="Skipped"/>; 0 for a refused file.</summary>
    public int Rows { get; init; }

    /// <summary>Plays handed on, before merging.</summary>
    public int Plays { get; init; }

    /// <summary>Those of <see cref="Plays"/> that are streams.</summary>
    public int Streams { get; init; }

    /// <summary>Rows that are no plays of a track, by reason; a reason without rows is absent.</summary>
    public IReadOnlyDictionary<SkipReason, int> Skipped { get; init; } = new Dictionary<SkipReason, int>();

    /// <summary>End of the earliest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>End of the latest play, or <see langword="null"/> without plays.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Distinct artist names, counted up to <see cref="HistoryLimits.CountedArtists"/>.</summary>
    public int Artists { get; init; }

    /// <summary>One sentence that says why nothing was taken and what to do; <see langword="null"/> for a taken file.</summary>
    public string? Problem { get; init; }
}
