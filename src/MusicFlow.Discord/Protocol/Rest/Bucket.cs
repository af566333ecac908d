namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>One limit: so many calls in one window. Until the first answer tells how many, one call goes at a time. Thread-safe, first come first served.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim holds a handle only where its wait handle is asked for.
sealed class Bucket(LimitClock clock)
#pragma warning restore CA1001
{
    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock gate = new();
    TaskCompletionSource changed = NewSignal();
    int? limit;
    int remaining;
    int inFlight;
    int waiting;
    TimeSpan? resetsAt;
    TimeSpan blockedUntil;

    /// <summary>Whether nobody uses or waits for it and its window is over: it may be forgotten.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate) return inFlight == 0 && waiting == 0 && blockedUntil <= clock.Now && (resetsAt is null || resetsAt <= clock.Now);
        }
    }

    /// <summary>Waits until one more call may go.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; nothing was taken.</exception>
    public async Task EnterAsync(CancellationToken ct)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            await turn.WaitAsync(ct);
            try
            {
                while (TryTake() is var (until, signal) && signal is not null)
                    await clock.WaitAsync(until, signal, ct);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>A call came back.</summary>
    /// <param name="answer">What it told about limits; <see langword="null"/> when there was no answer.</param>
    public void Leave(RateLimitHeaders? answer)
    {
        lock (gate)
        {
            inFlight--;
            if (answer is { Limit: { } size, Remaining: { } left, ResetAfter: { } after }) Learn(size, left, clock.Now + after);
            if (answer is { RetryAfter: { } wait }) blockedUntil = Later(blockedUntil, clock.Now + wait);
            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    void Learn(int size, int left, TimeSpan end)
    {
        // Answers overtake each other: within one window the smaller count is the newer one, and ours knows the calls on their way.
        var isSameWindow = resetsAt is { } known && end <= known + TimeSpan.FromMilliseconds(100);
        remaining = isSameWindow && limit is not null ? Math.Min(remaining, left) : Math.Max(0, left - inFlight);
        limit = size;
        resetsAt = isSameWindow ? resetsAt : end;
    }

    /// <summary>Takes one call, or tells when (and after which event) to try again; no signal where it was taken.</summary>
    (TimeSpan Until, Task? Signal) TryTake()
    {
        lock (gate)
        {
            var now = clock.Now;
            if (blockedUntil > now) return (blockedUntil, changed.Task);
            if (resetsAt <= now) (remaining, resetsAt) = (Math.Max(1, (limit ?? 1) - inFlight), null);
            var isFree = limit is null ? inFlight == 0 : remaining > 0;
            if (!isFree) return (resetsAt ?? TimeSpan.MaxValue, changed.Task);
            if (limit is not null) remaining--;
            inFlight++;
            return (default, null);
        }
    }

    static TimeSpan Later(TimeSpan a, TimeSpan b) => a > b ? a : b;

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
