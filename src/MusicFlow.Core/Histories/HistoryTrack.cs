using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Histories;

/// <summary>One track as an export writes it; the same recording may appear under several spellings and ids.</summary>
/// <param name="title">Track title.</param>
/// <param name="artist">Artist (the album's artist in extended exports).</param>
/// <param name="album">Album title, or <see langword="null"/> where the export has none.</param>
/// <param name="spotifyId">Track id, 22 characters, or <see langword="null"/> where the export has none.</param>
public sealed class HistoryTrack(string title, string artist, string? album, string? spotifyId)
{
    string? key;

    /// <summary>Track title as the export writes it.</summary>
    public string Title => title;

    /// <summary>Artist as the export writes it.</summary>
    public string Artist => artist;

    /// <summary>Album title, or <see langword="null"/> where the export has none.</summary>
    public string? Album => album;

    /// <summary>Track id, 22 characters, or <see langword="null"/> where the export has none.</summary>
    public string? SpotifyId => spotifyId;

    /// <summary>The recording's identity; worked out on first use, then kept.</summary>
    public TrackKey Key => new(key ??= TrackKey.Of(title, artist).Value);

    internal Play ToPlay(PlayRow row) => new(row.EndedAt, title, artist, album, spotifyId, row.MsPlayed, row.Incognito);
}
