using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Asks the providers that can add a missing fact; the first source in priority order wins each fact. Thread-safe.</summary>
/// <remarks>
/// A failing or slow provider costs its facts, never the reply: all run at once within one budget, and what comes later is told by
/// <see cref="EnrichedTrack.Rest"/> and stored. However many ask for a track at once, each provider is asked once.
/// </remarks>
public sealed class EnrichmentChain(ProviderList providers, ITrackCatalog catalog, IOptions<EnrichmentOptions> options, TimeProvider time, ILogger<EnrichmentChain> log)
    : IAsyncDisposable
{
    readonly EnrichmentOptions options = options.Value;
    readonly RecentKeys asked = new(time);
    readonly ConcurrentDictionary<string, Lazy<(EnrichmentFlight Flight, Task<TrackFacts> Run)>> flights = new(StringComparer.Ordinal);
    readonly CancellationTokenSource stopping = new();

    /// <summary>Adds what the providers know, waiting no longer than a deadline. A track of which the essential facts are known is given back at once.</summary>
    /// <param name="known">Facts with title and artists.</param>
    /// <param name="deadline">Ends the waiting (not the asking).</param>
    /// <param name="ct">Cancels the waiting.</param>
    public async Task<EnrichedTrack> EnrichAsync(TrackFacts known, Task deadline, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(known);
        if ((TrackGaps.Of(known) & TrackGaps.Essential) == TrackFields.None || TrackKey.Of(known) is not { } key || providers.On.All(provider => Wanted(provider, known) == TrackFields.None))
            return new EnrichedTrack(known, null);
        var (flight, run) = FlightOf(key, known);
        await Task.WhenAny(flight.Enough, deadline).WaitAsync(ct);
        return new EnrichedTrack(run.IsCompletedSuccessfully ? await run : flight.Facts, run.IsCompleted ? null : run);
    }

    /// <summary>Fills what is missing and refreshes what has grown old, without anybody waiting for the reply.</summary>
    /// <param name="known">Facts with title and artists.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>All that is known afterwards.</returns>
    public async Task<TrackFacts> RefreshAsync(TrackFacts known, CancellationToken ct) =>
        IsWorthRefreshing(known) && TrackKey.Of(known) is { } key ? await FlightOf(key, known).Run.WaitAsync(ct) : known;

    /// <summary>Whether <see cref="RefreshAsync"/> would ask anybody.</summary>
    /// <param name="known">Facts of a track.</param>
    public bool IsWorthRefreshing(TrackFacts known) => providers.On.Any(provider => Wanted(provider, known) != TrackFields.None);

    /// <summary>Asks every provider for all it knows of a track, so that one can see where they disagree. Stores nothing.</summary>
    /// <param name="known">Facts with title and artists.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What each one answered, in their order; those that do not know it or fail are left out.</returns>
    public async Task<IReadOnlyList<TrackFacts>> AskAllAsync(TrackFacts known, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct, stopping.Token);
        limit.CancelAfter(options.LateBudget);
        var flight = new EnrichmentFlight(known, providers.On, new EnrichmentAsking((provider, facts) => provider.CanAdd(facts), AskAsync));
        await flight.RunAsync(limit.Token);
        return [.. flight.Answers];
    }

    /// <summary>Stops asking; what was under way is given up.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var flight in flights.Values)
            await flight.Value.Run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        stopping.Dispose();
    }

    (EnrichmentFlight Flight, Task<TrackFacts> Run) FlightOf(TrackKey key, TrackFacts known) =>
        flights.GetOrAdd(key.Value, name => new(() => Start(name, known))).Value;

    (EnrichmentFlight Flight, Task<TrackFacts> Run) Start(string name, TrackFacts known)
    {
        var flight = new EnrichmentFlight(known, providers.On, new EnrichmentAsking(Wanted, AskAsync));
        return (flight, RunAsync(name, flight));
    }

    async Task<TrackFacts> RunAsync(string name, EnrichmentFlight flight)
    {
        await Task.Yield();
        var before = flight.Facts;
        try
        {
            await AskAsync(flight);
            return flight.Facts == before ? before : await StoreAsync(flight.Facts);
        }
        finally
        {
            flights.TryRemove(name, out _);
        }
    }

    async Task AskAsync(EnrichmentFlight flight)
    {
        using var timer = new CancellationTokenSource(options.LateBudget, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping.Token, timer.Token);
        try
        {
            await flight.RunAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            log.ProvidersGivenUp(options.LateBudget);
        }
    }

    /// <summary>A reply needs the facts, not the database: if that fails they are asked for again another time.</summary>
    async Task<TrackFacts> StoreAsync(TrackFacts facts)
    {
        try
        {
            await catalog.ImportAsync([facts], stopping.Token);
        }
        catch (Exception ex) when (!stopping.IsCancellationRequested)
        {
            log.FactsNotStored(ex);
        }
        return facts;
    }

    TrackFields Wanted(ITrackProvider provider, TrackFacts known)
    {
        var adds = provider.CanAdd(known);
        if ((adds & TrackGaps.Of(known)) == TrackFields.None && !HasOldFacts(provider, known))
            return TrackFields.None;
        return adds == TrackFields.None || asked.Contains(AnsweredKey(provider, known)) || asked.Contains(MissKey(provider, known)) ? TrackFields.None : adds;
    }

    bool HasOldFacts(ITrackProvider provider, TrackFacts known) =>
        TrackMerge.Sources(known).Any(source => source.Name == provider.Name && time.GetUtcNow() - source.At > provider.CacheTime);

    async Task<TrackFacts?> AskAsync(ITrackProvider provider, TrackFacts known, CancellationToken ct)
    {
        try
        {
            var answer = await provider.LookUpAsync(known, ct);
            if (answer is not null && SameRecording.Is(known, answer))
            {
                // What it left out now it will leave out in a minute, too.
                asked.Add(AnsweredKey(provider, known), options.MissTime);
                return answer;
            }
            if (answer is not null)
                log.OtherRecording(provider.Name);
            asked.Add(MissKey(provider, known), options.MissTime);
        }
        catch (Exception ex) when (!ct.IsCancellationRequested)
        {
            log.ProviderSkipped(provider.Name, ex.Message);
        }
        return null;
    }

    static string AnsweredKey(ITrackProvider provider, TrackFacts known) => $"{provider.Name} {TrackKey.Of(known)}";

    /// <summary>Who does not know a track by its names may know it by the ISRC that somebody else tells.</summary>
    static string MissKey(ITrackProvider provider, TrackFacts known) => $"{provider.Name} {known.Isrc?.Value} {TrackKey.Of(known)} unknown";
}
