namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>When to send heartbeats, and whether the other side still answers them. Not thread-safe.</summary>
sealed class Heartbeat(TimeProvider time)
{
    readonly long start = time.GetTimestamp();
    TimeSpan interval;
    bool isAnswered = true;

    /// <summary>When the next one is due, counted from the making of this object; never before <see cref="Begin"/>.</summary>
    public TimeSpan Due { get; private set; } = TimeSpan.MaxValue;

    /// <summary>Time since this object was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>HELLO came: the first heartbeat follows after a random part of the interval.</summary>
    /// <param name="every">The interval.</param>
    /// <param name="jitter">0–1.</param>
    public void Begin(TimeSpan every, double jitter)
    {
        interval = every;
        Due = Now + every * jitter;
    }

    /// <summary>One is due.</summary>
    /// <returns><see langword="false"/> where the last one was never answered: the connection is dead.</returns>
    public bool TryBeat()
    {
        if (!isAnswered) return false;
        isAnswered = false;
        Due = Now + interval;
        return true;
    }

    /// <summary>The last one was answered.</summary>
    public void Answered() => isAnswered = true;
}
