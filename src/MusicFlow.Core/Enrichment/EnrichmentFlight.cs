using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>One asking round for one track: every provider that can add something at once, those that need another's answer as soon as it is there.</summary>
/// <remarks>The facts grow while it runs; they depend on the answers and the order of the providers only, never on which came first.</remarks>
internal sealed class EnrichmentFlight(TrackFacts start, IReadOnlyList<ITrackProvider> providers, EnrichmentAsking asking)
{
    readonly TrackFacts?[] answers = new TrackFacts?[providers.Count];
    readonly TaskCompletionSource enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TrackFacts known = start;
    volatile TrackFacts facts = start;

    /// <summary>What is known so far.</summary>
    public TrackFacts Facts => facts;

    /// <summary>Done as soon as nothing that a model looks at can come any more.</summary>
    public Task Enough => enough.Task;

    /// <summary>What each provider answered, in their order; only after the end.</summary>
    public IEnumerable<TrackFacts> Answers => answers.OfType<TrackFacts>();

    /// <summary>Asks until nobody can add anything.</summary>
    /// <returns>All that is known then.</returns>
    public async Task<TrackFacts> RunAsync(CancellationToken ct)
    {
        var asked = new bool[providers.Count];
        var running = new Dictionary<Task<TrackFacts?>, (int Index, TrackFields Adds)>();
        try
        {
            while (true)
            {
                StartThoseThatCanAdd(asked, running, ct);
                if (!running.Values.Any(asked => (asked.Adds & TrackGaps.WorthWaitingFor(TrackGaps.Of(facts))) != TrackFields.None))
                    enough.TrySetResult();
                if (running.Count == 0)
                    return facts;
                var done = await Task.WhenAny(running.Keys);
                answers[running[done].Index] = await done;
                running.Remove(done);
                facts = Answers.Aggregate(known, (merged, answer) => merged.RefreshFrom(answer));
            }
        }
        finally
        {
            enough.TrySetResult();
        }
    }

    void StartThoseThatCanAdd(bool[] asked, Dictionary<Task<TrackFacts?>, (int Index, TrackFields Adds)> running, CancellationToken ct)
    {
        for (var i = 0; i < providers.Count; i++)
            if (!asked[i] && asking.Wanted(providers[i], facts) is not TrackFields.None and var adds)
            {
                asked[i] = true;
                running.Add(asking.AskAsync(providers[i], facts, ct), (i, adds));
            }
    }
}

/// <summary>How a flight asks: which fields are wanted of a provider, and the call that never throws except when cancelled.</summary>
/// <param name="Wanted">The fields that a provider can add and that are wanted; none when it need not be asked.</param>
/// <param name="AskAsync">Asks one provider; <see langword="null"/> when it does not know the track, or failed.</param>
internal sealed record EnrichmentAsking(
    Func<ITrackProvider, TrackFacts, TrackFields> Wanted, Func<ITrackProvider, TrackFacts, CancellationToken, Task<TrackFacts?>> AskAsync);
