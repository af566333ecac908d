using System.Runtime.InteropServices;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>A listener's plays by artist, album and track, ready to be asked about any track with that track's own plays left out.</summary>
/// <remarks>
/// In training the profile is built from the visible tracks only: those of the other folds and those that are in no row,
/// so that no row ever sees its own target. Built once, then read by any number of threads.
/// </remarks>
public sealed class HistoryProfile
{
    private readonly Dictionary<string, List<TrackPlays>> _artists = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Artist, string Album), List<TrackPlays>> _albums = [];
    private readonly Dictionary<TrackKey, TrackPlays> _tracks = [];

    /// <param name="visible">The plays that may be known, one entry per track.</param>
    public HistoryProfile(IEnumerable<TrackPlays> visible)
    {
        ArgumentNullException.ThrowIfNull(visible);
        foreach (var track in visible)
        {
            _tracks[track.Key] = track;
            (CollectionsMarshal.GetValueRefOrAddDefault(_artists, track.Key.Artist, out _) ??= []).Add(track);
            if (AlbumKey(track.Key, track.Album) is { } album)
                (CollectionsMarshal.GetValueRefOrAddDefault(_albums, album, out _) ??= []).Add(track);
        }
    }

    /// <summary>All tracks of the profile.</summary>
    public IReadOnlyCollection<TrackPlays> Tracks => _tracks.Values;

    /// <summary>Plays of the artist's other tracks before the cut-off.</summary>
    public PlayAggregate OfArtist(TrackKey key, DateTimeOffset cutOff) => Of(_artists.GetValueOrDefault(key.Artist), key, cutOff);

    /// <summary>Plays of the album's other tracks before the cut-off; nothing where the album is unknown.</summary>
    public PlayAggregate OfAlbum(TrackKey key, string? album, DateTimeOffset cutOff) =>
        Of(AlbumKey(key, album) is { } known ? _albums.GetValueOrDefault(known) : null, key, cutOff);

    /// <summary>Plays of the track itself before the cut-off.</summary>
    public PlayAggregate OfTrack(TrackKey key, DateTimeOffset cutOff) =>
        PlayAggregate.Of(_tracks.TryGetValue(key, out var own) ? [own] : [], cutOff);

    private static PlayAggregate Of(List<TrackPlays>? tracks, TrackKey without, DateTimeOffset cutOff) =>
        PlayAggregate.Of((tracks ?? []).Where(track => track.Key != without), cutOff);

    private static (string Artist, string Album)? AlbumKey(TrackKey key, string? album) =>
        string.IsNullOrWhiteSpace(album) ? null : (key.Artist, album.Trim().ToLowerInvariant());
}
