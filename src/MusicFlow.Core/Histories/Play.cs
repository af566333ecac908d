namespace MusicFlow.Core.Histories;

/// <summary>One row of a listening history.</summary>
/// <param name="EndedAt">When the play ended, UTC (account exports: to the minute).</param>
/// <param name="Title">Track title as the export writes it.</param>
/// <param name="Artist">Artist as the export writes it (the album's artist in extended exports).</param>
/// <param name="Album">Album title, or <see langword="null"/> where the export has none (account exports).</param>
/// <param name="SpotifyId">Track id, 22 characters, or <see langword="null"/> where the export has none.</param>
/// <param name="MsPlayed">How long it played, in milliseconds, ≥ 0.</param>
/// <param name="Incognito">Whether it was played in a private session.</param>
public sealed record Play(DateTimeOffset EndedAt, string Title, string Artist, string? Album, string? SpotifyId, int MsPlayed, bool Incognito)
{
    /// <summary>A stream is a play of at least this long: 30 s.</summary>
    public const int StreamMs = 30_000;

    /// <summary>Whether the play counts as a stream: ≥ 30 s and not in a private session.</summary>
    public bool IsStream => MsPlayed >= StreamMs && !Incognito;

    /// <summary>Whether the row comes from an extended export: only those carry track ids, and their time is exact to the second.</summary>
    public bool IsExtended => SpotifyId is not null;
}
