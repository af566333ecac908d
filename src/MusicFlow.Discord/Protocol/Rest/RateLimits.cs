using System.Collections.Concurrent;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>All limits of one bot, learnt from what Discord answers: acquire, send, complete. Knows nothing of HTTP connections. Thread-safe.</summary>
/// <remarks>A limit is named by its hash and the channel, server or webhook; before the hash is known, by the call itself. Nothing is hard-coded but the global limit.</remarks>
/// <param name="time">The clock.</param>
/// <param name="globalPerSecond">Calls per second over everything but interactions; Discord's default is 50.</param>
/// <param name="mostInvalid">See <see cref="InvalidRequestGuard"/>.</param>
sealed class RateLimits(TimeProvider time, int globalPerSecond = 50, int mostInvalid = InvalidRequestGuard.Tolerated * 9 / 10)
{
    /// <summary>How long nothing is sent after a block by the network before Discord.</summary>
    static readonly TimeSpan BlockedFor = TimeSpan.FromMinutes(2);

    /// <summary>Buckets between two rounds of forgetting idle ones.</summary>
    const int SweepEvery = 1_000;

    readonly LimitClock clock = new(time);
    readonly ConcurrentDictionary<string, string> hashes = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Limit, string Resource), Bucket> buckets = new();
    readonly RequestPace pace = new(new LimitClock(time), globalPerSecond);
    readonly Pause global = new(new LimitClock(time));
    readonly Pause everything = new(new LimitClock(time));
    readonly InvalidRequestGuard invalid = new(new LimitClock(time), mostInvalid);
    int acquired;

    /// <summary>Number of limits remembered.</summary>
    internal int Count => buckets.Count;

    /// <summary>Waits until a call may be sent.</summary>
    /// <returns>To be completed with what came of it, exactly once.</returns>
    /// <exception cref="InvalidRequestLimitException">Too many requests were refused.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Permit> AcquireAsync(ApiCall call, CancellationToken ct)
    {
        invalid.Check();
        if (Interlocked.Increment(ref acquired) % SweepEvery == 0) Sweep();
        var bucket = buckets.GetOrAdd((hashes.GetValueOrDefault(call.Name, call.Name), call.Resource), _ => new Bucket(clock));
        await bucket.EnterAsync(ct);
        try
        {
            await everything.WaitAsync(ct);
            if (call.IsInteraction) return new Permit(this, bucket, call);
            await global.WaitAsync(ct);
            await pace.EnterAsync(ct);
            return new Permit(this, bucket, call);
        }
        catch
        {
            bucket.Leave(null);
            throw;
        }
    }

    void Complete(Bucket bucket, ApiCall call, RateLimitHeaders? answer)
    {
        if (answer is { Bucket: { } hash } && hashes.TryAdd(call.Name, hash)) buckets.TryAdd((hash, call.Resource), bucket);
        if (answer is { IsGlobal: true, RetryAfter: { } wait }) global.Extend(wait);
        if (answer is { IsBlocked: true }) everything.Extend(BlockedFor);
        if (answer is { IsInvalidRequest: true }) invalid.Count();
        bucket.Leave(answer);
    }

    void Sweep()
    {
        foreach (var (key, bucket) in buckets)
            if (bucket.IsIdle)
                buckets.TryRemove(new KeyValuePair<(string, string), Bucket>(key, bucket));
    }

    /// <summary>The right to send one call.</summary>
    internal readonly struct Permit(RateLimits limits, Bucket bucket, ApiCall call)
    {
        /// <summary>The call came back.</summary>
        /// <param name="answer">What it told; <see langword="null"/> when there was no answer.</param>
        public void Complete(RateLimitHeaders? answer) => limits.Complete(bucket, call, answer);
    }
}
