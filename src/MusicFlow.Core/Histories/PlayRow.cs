namespace MusicFlow.Core.Histories;

/// <summary>One play in 16 bytes: what a <see cref="ListeningHistory"/> keeps of it; names are in <see cref="ListeningHistory.Tracks"/>.</summary>
public readonly record struct PlayRow
{
    const int IncognitoBit = 1 << 31;       // milliseconds stay below a day, so the highest bit is free

    readonly uint endedAt;                  // seconds since 1970: until the year 2106
    readonly int msAndIncognito;

    internal PlayRow(DateTimeOffset endedAt, int track, int msPlayed, bool incognito, bool extended)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(msPlayed);
        this.endedAt = (uint)Math.Clamp(endedAt.ToUnixTimeSeconds(), 0, uint.MaxValue);
        Track = track;
        msAndIncognito = msPlayed | (incognito ? IncognitoBit : 0);
        IsExtended = extended;
    }

    /// <summary>When the play ended, UTC, to the second.</summary>
    public DateTimeOffset EndedAt => DateTimeOffset.FromUnixTimeSeconds(endedAt);

    /// <summary>Index into <see cref="ListeningHistory.Tracks"/>.</summary>
    public int Track { get; }

    /// <summary>How long it played, in milliseconds, ≥ 0.</summary>
    public int MsPlayed => msAndIncognito & ~IncognitoBit;

    /// <summary>Whether it was played in a private session.</summary>
    public bool Incognito => msAndIncognito < 0;

    /// <summary>Whether the row comes from an extended export (see <see cref="Play.IsExtended"/>).</summary>
    public bool IsExtended { get; }

    /// <summary>Whether the play counts as a stream (see <see cref="Play.IsStream"/>).</summary>
    public bool IsStream => MsPlayed >= Play.StreamMs && !Incognito;

    internal uint Second => endedAt;
}
