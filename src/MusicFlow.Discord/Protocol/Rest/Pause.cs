namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>A time in which nothing may be sent. Thread-safe.</summary>
sealed class Pause(LimitClock clock)
{
    readonly Lock gate = new();
    TimeSpan until;

    /// <summary>Waits until it is over.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task WaitAsync(CancellationToken ct)
    {
        while (End is var end && end > clock.Now)
            await clock.WaitAsync(end, LimitClock.Never, ct);
    }

    /// <summary>Makes it last at least so long from now.</summary>
    public void Extend(TimeSpan wait)
    {
        lock (gate)
            if (clock.Now + wait > until)
                until = clock.Now + wait;
    }

    TimeSpan End
    {
        get
        {
            lock (gate) return until;
        }
    }
}
