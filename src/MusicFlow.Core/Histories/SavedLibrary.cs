namespace MusicFlow.Core.Histories;

/// <summary>What a listener saved: the liked songs, albums and artists, and the contents of the playlists. Saves carry no time.</summary>
/// <param name="Tracks">Saved ("liked") tracks.</param>
/// <param name="Albums">Saved albums.</param>
/// <param name="Artists">Followed artists.</param>
/// <param name="PlaylistTracks">Tracks of all playlists, once for every playlist they are in.</param>
public sealed record SavedLibrary(
    IReadOnlyList<SavedTrack> Tracks,
    IReadOnlyList<SavedAlbum> Albums,
    IReadOnlyList<SavedArtist> Artists,
    IReadOnlyList<PlaylistTrack> PlaylistTracks)
{
    /// <summary>A library with nothing in it.</summary>
    public static SavedLibrary Empty { get; } = new([], [], [], []);
}

/// <summary>One saved track.</summary>
/// <param name="Title">Track title.</param>
/// <param name="Artist">Artist as the export writes it.</param>
/// <param name="Album">Album title, or <see langword="null"/>.</param>
/// <param name="SpotifyId">Track id, 22 characters, or <see langword="null"/> where the export has none (exports before 2021).</param>
public sealed record SavedTrack(string Title, string Artist, string? Album, string? SpotifyId);

/// <summary>One saved album.</summary>
/// <param name="Title">Album title.</param>
/// <param name="Artist">Artist as the export writes it.</param>
public sealed record SavedAlbum(string Title, string Artist);

/// <summary>One followed artist.</summary>
/// <param name="Name">Artist as the export writes it.</param>
public sealed record SavedArtist(string Name);

/// <summary>One track of one playlist.</summary>
/// <param name="Playlist">Name of the playlist; empty where the export has none.</param>
/// <param name="Track">The track.</param>
public sealed record PlaylistTrack(string Playlist, SavedTrack Track);
