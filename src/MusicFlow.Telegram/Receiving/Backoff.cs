namespace MusicFlow.Telegram.Receiving;

/// <summary>How long to wait before asking again: longer each time, until something works. Not thread-safe.</summary>
/// <param name="first">The first wait.</param>
/// <param name="most">The longest.</param>
sealed class Backoff(TimeSpan first, TimeSpan most)
{
    int attempts;

    /// <summary>The next wait.</summary>
    public TimeSpan Next()
    {
        var wait = first * Math.Pow(2, attempts++);
        return wait < most ? wait : most;
    }

    /// <summary>It worked.</summary>
    public void Reset() => attempts = 0;
}
