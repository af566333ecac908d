using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Enrichment;

/// <summary>Asks the providers which track a query means: one after the other until one is sure, the next already when one is slow. Thread-safe.</summary>
/// <remarks>Judges by the same rules as <see cref="TrackFinder"/>, over the candidates of the catalogue and of every provider asked so far.</remarks>
public sealed class TrackIdentifier(ProviderList providers, IOptions<EnrichmentOptions> options, TimeProvider time, ILogger<TrackIdentifier> log)
{
    readonly EnrichmentOptions options = options.Value;
    readonly RecentKeys unknown = new(time);

    /// <summary>What a provider answered, or <see langword="null"/> when it failed.</summary>
    sealed record Answer(ITrackProvider Provider, IReadOnlyList<TrackFacts>? Candidates);

    /// <summary>Whether anybody may know what the catalogue does not.</summary>
    public bool IsWorthAsking(TrackQuery query) => providers.On.Count > 0 && !unknown.Contains(query.Text);

    /// <summary>Finds the track that a query means.</summary>
    /// <param name="query">A link or readings.</param>
    /// <param name="local">Candidates of the catalogue.</param>
    /// <param name="deadline">Ends the asking.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrackMatch> IdentifyAsync(TrackQuery query, IReadOnlyList<ScoredTrack> local, Task deadline, CancellationToken ct)
    {
        var candidates = local.Select(scored => scored.Track).ToList();
        var away = new List<string>();
        await foreach (var answer in AskInOrderAsync(query, deadline, ct))
        {
            if (answer.Candidates is null)
                away.Add(answer.Provider.Name);
            candidates.AddRange(answer.Candidates ?? []);
            if (query.Link is not null && answer.Candidates is [{ Title: not null, Artists: not null } linked, ..])
                return new TrackMatch.Found(linked);
            if (query.Link is null && TrackJudge.IsSure(query, candidates) is { } sure)
                return sure;
        }
        if (query.Link is not null && candidates is [{ Title: { } title }, ..])
            return await ByTitleAsync(title.Value, deadline, ct);
        var judged = query.Link is null ? TrackJudge.Of(query, candidates) : new TrackMatch.None([]);
        if (judged is TrackMatch.None && away.Count == 0)
            unknown.Add(query.Text, options.MissTime);
        return judged is TrackMatch.None none ? none with { Away = away } : judged;
    }

    /// <summary>A link of which only the title is known: whoever else has a song of that title is offered, never taken silently.</summary>
    async Task<TrackMatch> ByTitleAsync(string title, Task deadline, CancellationToken ct)
    {
        if (!TrackQuery.TryParse(title[..Math.Min(title.Length, TrackQuery.LongestText)], out var query, out _) || query.Link is not null)
            return new TrackMatch.None([]);
        return await IdentifyAsync(query, [], deadline, ct) is var match && match is TrackMatch.Found found ? new TrackMatch.Several([found.Track]) : match;
    }

    /// <summary>Answers as they come; each provider starts when the one before has answered without being sure, or keeps people waiting.</summary>
    async IAsyncEnumerable<Answer> AskInOrderAsync(TrackQuery query, Task deadline, [EnumeratorCancellation] CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = new Dictionary<Task<Answer>, ITrackProvider>();
        try
        {
            for (var next = 0; !deadline.IsCompleted && (next < providers.On.Count || running.Count > 0);)
            {
                if (next < providers.On.Count)
                    running.Add(AskAsync(providers.On[next], query, enough.Token), providers.On[next++]);
                var patience = next < providers.On.Count ? Task.Delay(options.NextAfter, time, enough.Token) : deadline;
                await Task.WhenAny([.. running.Keys, patience, deadline]).WaitAsync(ct);
                foreach (var done in running.Keys.Where(task => task.IsCompleted).ToList())
                {
                    running.Remove(done);
                    yield return await done;
                }
            }
            foreach (var late in running.Values)
                yield return new Answer(late, null);
        }
        finally
        {
            await enough.CancelAsync();
        }
    }

    async Task<Answer> AskAsync(ITrackProvider provider, TrackQuery query, CancellationToken ct)
    {
        try
        {
            return new Answer(provider, await provider.IdentifyAsync(query, ct));
        }
        catch (Exception ex)
        {
            if (!ct.IsCancellationRequested)
                log.ProviderSkipped(provider.Name, ex.Message);
            return new Answer(provider, null);
        }
    }
}
