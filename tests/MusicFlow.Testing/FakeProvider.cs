using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>A provider that answers what it is told to, at once or when it is released.</summary>
public sealed class FakeProvider(string name, TrackFields adds) : ITrackProvider
{
    readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool isHeld;
    int asked;

    public string Name => name;

    public string? OffBecause { get; init; }

    public TimeSpan CacheTime { get; init; } = TimeSpan.FromDays(30);

    /// <summary>What a look-up gives.</summary>
    public TrackFacts? Answer { get; init; }

    /// <summary>What it throws instead.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether it can add nothing without an ISRC.</summary>
    public bool NeedsIsrc { get; init; }

    /// <summary>Look-ups so far.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Answers wait for <see cref="Release"/>.</summary>
    public void Hold() => isHeld = true;

    public void Release() => released.TrySetResult();

    public Task<IReadOnlyList<TrackFacts>> IdentifyAsync(TrackQuery query, CancellationToken ct) => Task.FromResult<IReadOnlyList<TrackFacts>>(Answer is null ? [] : [Answer]);

    public TrackFields CanAdd(TrackFacts known) => NeedsIsrc && known.Isrc is null ? TrackFields.None : adds;

    public async Task<TrackFacts?> LookUpAsync(TrackFacts known, CancellationToken ct)
    {
        Interlocked.Increment(ref asked);
        if (isHeld)
            await released.Task.WaitAsync(ct);
        return Failure is null ? Answer : throw Failure;
    }

    public Task<ProviderCheck> CheckAsync(CancellationToken ct) => Task.FromResult(new ProviderCheck(name, ProviderState.On, "It answers."));
}
