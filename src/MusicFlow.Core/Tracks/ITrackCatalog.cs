namespace MusicFlow.Core.Tracks;

/// <summary>The local catalogue: every track the program knows, with the source of each fact. Holds millions. Thread-safe.</summary>
public interface ITrackCatalog
{
    /// <summary>Adds tracks, or merges them into the recordings they are: by ISRC, else Spotify id, else <see cref="TrackKey"/>.</summary>
    /// <remarks>Merging follows <see cref="TrackFacts.RefreshFrom"/>. All tracks of one call are stored, or none. Some thousand per call is quickest.</remarks>
    /// <param name="tracks">Tracks; one without title or artist is refused.</param>
    /// <param name="ct">Cancels; nothing of this call is stored then.</param>
    Task<ImportCounts> ImportAsync(IReadOnlyCollection<TrackFacts> tracks, CancellationToken ct);

    /// <summary>Finds tracks whose titles and artists look like a text, the likeliest first; <see cref="TrackFinder"/> judges them.</summary>
    /// <param name="text">Title, artist or both, in any order, with typing errors.</param>
    /// <param name="limit">Most tracks to return, 1–500.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<TrackFacts>> FindCandidatesAsync(string text, int limit, CancellationToken ct);

    /// <summary>The recording of a key, or <see langword="null"/>.</summary>
    Task<TrackFacts?> GetAsync(TrackKey key, CancellationToken ct);

    /// <summary>The recording of an id, or <see langword="null"/>.</summary>
    Task<TrackFacts?> GetByIdAsync(TrackId id, CancellationToken ct);

    /// <summary>The recordings of many keys, those that are known; for joining a listening history.</summary>
    /// <param name="keys">Keys in any number; duplicates count once.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyDictionary<TrackKey, TrackFacts>> GetManyAsync(IReadOnlyCollection<TrackKey> keys, CancellationToken ct);

    /// <summary>The recording with a Spotify track id (any of its ids ever imported), or <see langword="null"/>.</summary>
    Task<TrackFacts?> GetBySpotifyIdAsync(string spotifyId, CancellationToken ct);

    /// <summary>The recording that a service knows under an id (any of its ids ever imported), or <see langword="null"/>.</summary>
    /// <param name="link">A track of any service but <see cref="TrackService.Catalogue"/>.</param>
    /// <param name="ct">Cancels.</param>
    Task<TrackFacts?> GetByLinkAsync(TrackLink link, CancellationToken ct);

    /// <summary>Takes out of every track what its source allows to be kept only for a while; a track whose names may not stay is deleted.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Number of tracks that were changed or deleted.</returns>
    Task<long> ExpireAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>The recording with an ISRC (any of its ISRCs ever imported), or <see langword="null"/>.</summary>
    Task<TrackFacts?> GetByIsrcAsync(string isrc, CancellationToken ct);

    /// <summary>The tracks of which an artist is the primary artist, the most popular first, unknown popularity last.</summary>
    /// <param name="artist">The artist's name or a credit that starts with it.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<TrackFacts>> GetByArtistAsync(string artist, CancellationToken ct);

    /// <summary>Every track in a fixed order, read as it is asked for: constant memory, one snapshot.</summary>
    IAsyncEnumerable<TrackFacts> StreamAsync(CancellationToken ct);

    /// <summary>Counts what the catalogue holds.</summary>
    Task<CatalogStats> GetStatsAsync(CancellationToken ct);
}

/// <summary>What became of imported tracks.</summary>
/// <param name="Taken">Recordings that were new.</param>
/// <param name="Merged">Tracks that were merged into a known recording.</param>
/// <param name="Refused">Tracks without title or artist, or with text that no database stores.</param>
public readonly record struct ImportCounts(long Taken, long Merged, long Refused)
{
    /// <summary>Adds the counts of two imports.</summary>
    public static ImportCounts operator +(ImportCounts left, ImportCounts right) =>
        new(left.Taken + right.Taken, left.Merged + right.Merged, left.Refused + right.Refused);

    /// <inheritdoc cref="op_Addition"/>
    public static ImportCounts Add(ImportCounts left, ImportCounts right) => left + right;
}

/// <summary>What a catalogue holds.</summary>
/// <param name="Tracks">Number of recordings.</param>
/// <param name="Artists">Number of primary artists.</param>
/// <param name="WithFeatures">Recordings with audio features (danceability known).</param>
/// <param name="WithPopularity">Recordings with a popularity.</param>
/// <param name="BySource">Recordings by the source that most of their facts have, the largest first.</param>
public sealed record CatalogStats(long Tracks, long Artists, long WithFeatures, long WithPopularity, IReadOnlyList<SourceCount> BySource);

/// <summary>Number of recordings of one source.</summary>
/// <param name="Source">Name of the source, see <see cref="FactSource.Name"/>.</param>
/// <param name="Tracks">Number of recordings.</param>
public sealed record SourceCount(string Source, long Tracks);
