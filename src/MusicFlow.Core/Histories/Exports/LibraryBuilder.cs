namespace MusicFlow.Core.Histories.Exports;

/// <summary>Collects saved things over several files; those of a damaged file can be taken back.</summary>
/// <param name="most">Most items altogether.</param>
internal sealed class LibraryBuilder(int most)
{
    readonly List<SavedTrack> tracks = [];
    readonly List<SavedAlbum> albums = [];
    readonly List<SavedArtist> artists = [];
    readonly List<PlaylistTrack> playlistTracks = [];
    (int Tracks, int Albums, int Artists, int PlaylistTracks) kept;
    bool any;

    public void Add(SavedTrack track) => Add(tracks, track);

    public void Add(SavedAlbum album) => Add(albums, album);

    public void Add(SavedArtist artist) => Add(artists, artist);

    public void Add(PlaylistTrack track) => Add(playlistTracks, track);

    /// <summary>The current file was read to its end.</summary>
    public void Keep(HistoryFileKind kind)
    {
        any |= kind is HistoryFileKind.Library or HistoryFileKind.Playlists;
        kept = (tracks.Count, albums.Count, artists.Count, playlistTracks.Count);
    }

    /// <summary>The current file is refused: forgets what it added.</summary>
    public void Drop()
    {
        tracks.RemoveRange(kept.Tracks, tracks.Count - kept.Tracks);
        albums.RemoveRange(kept.Albums, albums.Count - kept.Albums);
        artists.RemoveRange(kept.Artists, artists.Count - kept.Artists);
        playlistTracks.RemoveRange(kept.PlaylistTracks, playlistTracks.Count - kept.PlaylistTracks);
    }

    /// <summary>The library, or <see langword="null"/> when no library file was kept.</summary>
    public SavedLibrary? Build() => any ? new SavedLibrary(tracks, albums, artists, playlistTracks) : null;

    void Add<T>(List<T> items, T item)
    {
        if (tracks.Count + albums.Count + artists.Count + playlistTracks.Count >= most) throw new ExportRefusedException(Sentences.LibraryTooLarge(most));
        items.Add(item);
    }
}
