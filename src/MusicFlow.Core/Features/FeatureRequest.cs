using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>One question to the features: a track, a moment and what is known around it.</summary>
/// <remarks>Training and serving ask with the same type, so that a feature has one meaning. Not thread-safe: aggregates are computed on first use.</remarks>
public sealed class FeatureRequest(TrackFacts track, TrackKey key, DateTimeOffset cutOff, Surroundings around)
{
    private ArtistShelf? _shelf;
    private PlayAggregate? _artist;
    private PlayAggregate? _album;
    private PlayAggregate? _own;
    private SoundNeighbourhood? _neighbours;
    private LibraryCounts? _library;

    /// <summary>The track's facts.</summary>
    public TrackFacts Track => track;

    /// <summary>The track's identity; its own plays are excluded by it.</summary>
    public TrackKey Key => key;

    /// <summary>The moment of the question: nothing later may be known.</summary>
    public DateTimeOffset CutOff => cutOff;

    /// <summary>The artist's other tracks in the catalogue; <see langword="null"/> when no catalogue is given.</summary>
    internal ArtistShelf? Shelf => around.Catalogue is { } catalogue ? _shelf ??= catalogue.ShelfOf(key) : null;

    /// <summary>The listener's plays of the artist's other tracks; <see langword="null"/> when no history is given.</summary>
    internal PlayAggregate? Artist => around.History is { } history ? _artist ??= history.OfArtist(key, cutOff) : null;

    /// <summary>The listener's plays of the album's other tracks; <see langword="null"/> when no history is given.</summary>
    internal PlayAggregate? Album => around.History is { } history ? _album ??= history.OfAlbum(key, track.Album?.Value, cutOff) : null;

    /// <summary>The listener's plays of this very track before the cut-off; <see langword="null"/> when no history is given.</summary>
    internal PlayAggregate? Own => around.History is { } history ? _own ??= history.OfTrack(key, cutOff) : null;

    /// <summary>The played tracks that sound most alike; <see langword="null"/> when no history is given or the track's sound is unknown.</summary>
    internal SoundNeighbourhood? Neighbours => around.Sounds is { } sounds ? _neighbours ??= sounds.Around(track, key) : null;

    /// <summary>What the library holds of artist and album; <see langword="null"/> when no library is given.</summary>
    internal LibraryCounts? Library => around.Library is { } library ? _library ??= library.Around(key, track.Album?.Value) : null;
}
