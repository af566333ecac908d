using System.Runtime.InteropServices;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>What the library holds around one track, the track itself left out.</summary>
/// <param name="ArtistTracks">Saved tracks of the artist.</param>
/// <param name="AlbumTracks">Saved tracks of the album.</param>
/// <param name="FollowsArtist">Whether the artist is followed.</param>
/// <param name="PlaylistArtistTracks">Tracks of the artist in playlists, each counted once.</param>
public sealed record LibraryCounts(int ArtistTracks, int AlbumTracks, bool FollowsArtist, int PlaylistArtistTracks);

/// <summary>A listener's saved library by artist and album. Built once, then read by any number of threads.</summary>
public sealed class LibraryProfile
{
    private readonly Dictionary<string, HashSet<(TrackKey Key, string Album)>> _saved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<TrackKey>> _listed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _followed;

    /// <param name="saved">Saved tracks with their albums.</param>
    /// <param name="listed">Tracks in playlists.</param>
    /// <param name="followed">Normalised names of followed artists, as <see cref="TrackKey.Artist"/> writes them.</param>
    public LibraryProfile(IEnumerable<(TrackKey Key, string? Album)> saved, IEnumerable<TrackKey> listed, IEnumerable<string> followed)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(listed);
        foreach (var (key, album) in saved)
            (CollectionsMarshal.GetValueRefOrAddDefault(_saved, key.Artist, out _) ??= []).Add((key, Fold(album)));
        foreach (var key in listed)
            (CollectionsMarshal.GetValueRefOrAddDefault(_listed, key.Artist, out _) ??= []).Add(key);
        _followed = new HashSet<string>(followed, StringComparer.Ordinal);
    }

    /// <summary>Counts around a track, the track itself left out.</summary>
    public LibraryCounts Around(TrackKey key, string? album)
    {
        var others = (_saved.GetValueOrDefault(key.Artist) ?? []).Where(track => track.Key != key).ToList();
        var onAlbum = Fold(album) is { Length: > 0 } title ? others.Count(track => string.Equals(track.Album, title, StringComparison.Ordinal)) : 0;
        var listed = (_listed.GetValueOrDefault(key.Artist) ?? []).Count(track => track != key);
        return new LibraryCounts(others.Count, onAlbum, _followed.Contains(key.Artist), listed);
    }

    private static string Fold(string? album) => album?.Trim().ToLowerInvariant() ?? "";
}
