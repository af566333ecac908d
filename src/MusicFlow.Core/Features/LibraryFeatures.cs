using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>What the listener saved of the artist and the album; the track's own saved mark is never used, as it often follows the plays.</summary>
internal static class LibraryFeatures
{
    private const double Many = 1_000_000;

    public static IReadOnlyList<Feature> All { get; } =
    [
        new("library_artist_tracks", Library, "tracks", 0, Many, "other songs of this artist in your library", r => r.Library?.ArtistTracks),
        new("library_album_tracks", Library, "tracks", 0, Many, "other songs of this album in your library", r => r.Library?.AlbumTracks),
        new("library_artist_followed", Library, "", 0, 1, "you follow this artist", r => r.Library is { } library ? (library.FollowsArtist ? 1 : 0) : null),
        new("playlist_artist_tracks", Library, "tracks", 0, Many, "other songs of this artist in your playlists", r => r.Library?.PlaylistArtistTracks),
    ];
}
