using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Tests;

/// <summary>A catalogue whose database is gone.</summary>
internal sealed class BrokenCatalog : ITrackCatalog
{
    public Task<ImportCounts> ImportAsync(IReadOnlyCollection<TrackFacts> tracks, CancellationToken ct) => throw Gone();

    public Task<IReadOnlyList<TrackFacts>> FindCandidatesAsync(string text, int limit, CancellationToken ct) => throw Gone();

    public Task<TrackFacts?> GetAsync(TrackKey key, CancellationToken ct) => throw Gone();

    public Task<TrackFacts?> GetByIdAsync(TrackId id, CancellationToken ct) => throw Gone();

    public Task<IReadOnlyDictionary<TrackKey, TrackFacts>> GetManyAsync(IReadOnlyCollection<TrackKey> keys, CancellationToken ct) => throw Gone();

    public Task<TrackFacts?> GetBySpotifyIdAsync(string spotifyId, CancellationToken ct) => throw Gone();

    public Task<TrackFacts?> GetByLinkAsync(TrackLink link, CancellationToken ct) => throw Gone();

    public Task<long> ExpireAsync(DateTimeOffset now, CancellationToken ct) => throw Gone();

    public Task<TrackFacts?> GetByIsrcAsync(string isrc, CancellationToken ct) => throw Gone();

    public Task<IReadOnlyList<TrackFacts>> GetByArtistAsync(string artist, CancellationToken ct) => throw Gone();

    public IAsyncEnumerable<TrackFacts> StreamAsync(CancellationToken ct) => throw Gone();

    public Task<CatalogStats> GetStatsAsync(CancellationToken ct) => throw Gone();

    static InvalidOperationException Gone() => new("secret: the database is gone");
}
