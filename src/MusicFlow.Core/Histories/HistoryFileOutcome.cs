namespace MusicFlow.Core.Histories;

/// <summary>What happened to a file.</summary>
public enum HistoryFileOutcome
{
    /// <summary>Read to its end; its plays (or its part of the library) were kept.</summary>
    Taken,

    /// <summary>In order, but nothing to take: not music, or not a history.</summary>
    Ignored,

    /// <summary>Damaged or over a limit: nothing of it was kept.</summary>
    Refused,
}
