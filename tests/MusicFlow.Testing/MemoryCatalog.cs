using System.Collections.Concurrent;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>A catalogue in memory with the merge rules of the real one; candidates are all tracks. Safe to read while one thread imports.</summary>
public sealed class MemoryCatalog : ITrackCatalog
{
    readonly ConcurrentDictionary<TrackKey, TrackFacts> tracks = [];

    /// <summary>Number of tracks in each import call.</summary>
    public List<int> Batches { get; } = [];

    public Task<ImportCounts> ImportAsync(IReadOnlyCollection<TrackFacts> tracks, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Batches.Add(tracks.Count);
        var counts = default(ImportCounts);
        foreach (var track in tracks)
            counts += Take(track);
        return Task.FromResult(counts);
    }

    ImportCounts Take(TrackFacts track)
    {
        if (TrackKey.Of(track) is not { } key)
            return new ImportCounts(0, 0, 1);
        var known = tracks.GetValueOrDefault(key);
        tracks[key] = known?.RefreshFrom(track) ?? track with { Id = new TrackId(tracks.Count + 1) };
        return known is null ? new ImportCounts(1, 0, 0) : new ImportCounts(0, 1, 0);
    }

    public Task<IReadOnlyList<TrackFacts>> FindCandidatesAsync(string text, int limit, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TrackFacts>>([.. tracks.Values.Take(limit)]);

    public Task<TrackFacts?> GetAsync(TrackKey key, CancellationToken ct) => Task.FromResult(tracks.GetValueOrDefault(key));

    public Task<TrackFacts?> GetByIdAsync(TrackId id, CancellationToken ct) => Task.FromResult(tracks.Values.FirstOrDefault(track => track.Id == id));

    public Task<IReadOnlyDictionary<TrackKey, TrackFacts>> GetManyAsync(IReadOnlyCollection<TrackKey> keys, CancellationToken ct) =>
        Task.FromResult<IReadOnlyDictionary<TrackKey, TrackFacts>>(keys.Distinct().Where(tracks.ContainsKey).ToDictionary(key => key, key => tracks[key]));

    public Task<TrackFacts?> GetBySpotifyIdAsync(string spotifyId, CancellationToken ct) =>
        Task.FromResult(tracks.Values.FirstOrDefault(track => track.SpotifyId?.Value == spotifyId));

    public Task<TrackFacts?> GetByLinkAsync(TrackLink link, CancellationToken ct) => Task.FromResult(tracks.Values.FirstOrDefault(track => link.Service switch
    {
        TrackService.Spotify => track.SpotifyId,
        TrackService.Deezer => track.DeezerId,
        TrackService.Apple => track.AppleId,
        _ => track.MusicBrainzId,
    } is { } id && id.Value == link.Id));

    public Task<long> ExpireAsync(DateTimeOffset now, CancellationToken ct)
    {
        var changed = 0L;
        foreach (var (key, track) in tracks.ToList())
            if (FactExpiry.Apply(track, now) is not { } kept)
                changed += tracks.TryRemove(key, out _) ? 1 : 0;
            else if (kept != track)
                (tracks[key], changed) = (kept, changed + 1);
        return Task.FromResult(changed);
    }

    public Task<TrackFacts?> GetByIsrcAsync(string isrc, CancellationToken ct) =>
        Task.FromResult(tracks.Values.FirstOrDefault(track => string.Equals(track.Isrc?.Value, isrc, StringComparison.OrdinalIgnoreCase)));

    public Task<IReadOnlyList<TrackFacts>> GetByArtistAsync(string artist, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<TrackFacts>>([.. tracks.Where(entry => entry.Key.Artist == TrackKey.Of("", artist).Artist)
            .Select(entry => entry.Value).OrderByDescending(track => track.Popularity?.Value ?? -1)]);

    public IAsyncEnumerable<TrackFacts> StreamAsync(CancellationToken ct) => tracks.Values.ToAsyncEnumerable();

    public Task<CatalogStats> GetStatsAsync(CancellationToken ct) => Task.FromResult(new CatalogStats(
        tracks.Count,
        tracks.Keys.Select(key => key.Artist).Distinct().Count(),
        tracks.Values.Count(track => track.Danceability is not null),
        tracks.Values.Count(track => track.Popularity is not null),
        [.. tracks.Values.GroupBy(track => track.Title!.Value.Source.Name).Select(group => new SourceCount(group.Key, group.Count()))]));
}
