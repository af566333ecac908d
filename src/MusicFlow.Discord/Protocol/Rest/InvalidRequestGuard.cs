namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Counts refused requests; Discord bans an address for 10,000 of them in 10 minutes. Thread-safe.</summary>
/// <param name="clock">The clock.</param>
/// <param name="most">Refusals after which nothing more is sent; below Discord's number, for other programs may share the address.</param>
sealed class InvalidRequestGuard(LimitClock clock, int most)
{
    /// <summary>Refusals that Discord tolerates within <see cref="Window"/>.</summary>
    public const int Tolerated = 10_000;

    /// <summary>The time that Discord counts over.</summary>
    static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    readonly Lock gate = new();
    readonly Queue<TimeSpan> refusals = new();

    /// <summary>Counts one refusal.</summary>
    public void Count()
    {
        lock (gate) refusals.Enqueue(clock.Now);
    }

    /// <summary>Throws while there are too many.</summary>
    /// <exception cref="InvalidRequestLimitException">Nothing may be sent now.</exception>
    public void Check()
    {
        lock (gate)
        {
            while (refusals.Count > 0 && refusals.Peek() + Window <= clock.Now) refusals.Dequeue();
            if (refusals.Count >= most) throw new InvalidRequestLimitException(refusals.Peek() + Window - clock.Now);
        }
    }
}

/// <summary>Discord refused so many requests that one more could ban this address; nothing was sent.</summary>
public sealed class InvalidRequestLimitException : Exception
{
    /// <param name="wait">Time until requests may be sent again.</param>
    internal InvalidRequestLimitException(TimeSpan wait) : base($"Discord refused too many requests; the next may be sent in {Math.Ceiling(wait.TotalSeconds)} s.") => Wait = wait;

    /// <summary>Time until requests may be sent again.</summary>
    public TimeSpan Wait { get; }
}
