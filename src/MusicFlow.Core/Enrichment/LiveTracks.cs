using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>What <see cref="TrackFinder"/> asks of the world outside: tracks that the catalogue does not hold, and facts that it lacks. Thread-safe.</summary>
/// <remarks>Both phases share one budget, so that a person waits no longer however many providers hang. What is found is stored in the catalogue.</remarks>
public sealed class LiveTracks(
    TrackIdentifier identifier, EnrichmentChain chain, RefreshBacklog refresh, ITrackCatalog catalog, IOptions<EnrichmentOptions> options, TimeProvider time, ILogger<LiveTracks> log)
{
    readonly ConcurrentDictionary<string, Lazy<Task<TrackMatch>>> searches = new(StringComparer.Ordinal);

    /// <summary>Completes what the catalogue answered.</summary>
    /// <param name="query">What was asked for.</param>
    /// <param name="local">The catalogue's answer.</param>
    /// <param name="candidates">The catalogue's candidates; none for a link.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<TrackMatch> CompleteAsync(TrackQuery query, TrackMatch local, IReadOnlyList<ScoredTrack> candidates, CancellationToken ct)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var deadline = Task.Delay(options.Value.Budget, time, inTime.Token);
            var match = IsSure(query, local, candidates) || !identifier.IsWorthAsking(query) ? local : await SearchAsync(query, candidates, ct);
            return match is TrackMatch.Found(var track) ? await EnrichAsync(track, deadline, ct) : match;
        }
        finally
        {
            await inTime.CancelAsync();
        }
    }

    static bool IsSure(TrackQuery query, TrackMatch local, IReadOnlyList<ScoredTrack> candidates) =>
        query.Link is { } link ? local is TrackMatch.Found || link.Service == TrackService.Catalogue : candidates is [{ Score: >= TrackJudge.SureScore }, ..];

    async Task<TrackMatch> EnrichAsync(TrackFacts track, Task deadline, CancellationToken ct)
    {
        var enriched = await chain.EnrichAsync(track, deadline, ct);
        if (enriched.Rest is null && chain.IsWorthRefreshing(enriched.Facts))
            refresh.Post(enriched.Facts);
        return new TrackMatch.Found(enriched.Facts) { Rest = enriched.Rest };
    }

    /// <summary>One search per text, however many ask for it at once; who stops waiting stops nobody else.</summary>
    Task<TrackMatch> SearchAsync(TrackQuery query, IReadOnlyList<ScoredTrack> candidates, CancellationToken ct) =>
        searches.GetOrAdd(query.Text, text => new(async () =>
        {
            await Task.Yield();
            try
            {
                return await StoreAsync(await identifier.IdentifyAsync(query, candidates, Task.Delay(options.Value.Budget, time, CancellationToken.None), CancellationToken.None));
            }
            finally
            {
                searches.TryRemove(text, out _);
            }
        })).Value.WaitAsync(ct);

    /// <summary>Stores what was found, so that it has an id that a button can name.</summary>
    async Task<TrackMatch> StoreAsync(TrackMatch match) => match switch
    {
        TrackMatch.Found(var track) => new TrackMatch.Found((await StoreAsync([track]))[0]),
        TrackMatch.Several(var tracks) => new TrackMatch.Several(await StoreAsync(tracks)),
        _ => match,
    };

    async Task<IReadOnlyList<TrackFacts>> StoreAsync(IReadOnlyList<TrackFacts> tracks)
    {
        if (tracks.All(track => track.Id is not null))
            return tracks;
        try
        {
            await catalog.ImportAsync([.. tracks.Where(track => track.Id is null)], CancellationToken.None);
            return [.. (await Task.WhenAll(tracks.Select(StoredAsync))).DistinctBy(track => track.Id)];
        }
        catch (Exception ex)
        {
            log.FactsNotStored(ex);
            return tracks;
        }
    }

    async Task<TrackFacts> StoredAsync(TrackFacts track) =>
        track.Id is null && TrackKey.Of(track) is { } key && await catalog.GetAsync(key, CancellationToken.None) is { } stored ? stored : track;
}
