namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>The limit that all calls of a bot share: so many in any one second. Thread-safe.</summary>
sealed class RequestPace(LimitClock clock, int perSecond)
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    readonly Queue<TimeSpan> recent = new(perSecond);

    /// <summary>Waits until one more call may go.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task EnterAsync(CancellationToken ct)
    {
        while (NextFree() is { } until)
            await clock.WaitAsync(until, LimitClock.Never, ct);
    }

    TimeSpan? NextFree()
    {
        lock (gate)
        {
            var now = clock.Now;
            while (recent.Count > 0 && recent.Peek() + Window <= now) recent.Dequeue();
            if (recent.Count >= perSecond) return recent.Peek() + Window;
            recent.Enqueue(now);
            return null;
        }
    }
}
