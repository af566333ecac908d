namespace MusicFlow.Telegram.Protocol;

/// <summary>At most so many in any span of so long. Not thread-safe.</summary>
/// <param name="count">How many, ≥ 1.</param>
/// <param name="span">In how long.</param>
sealed class SlidingWindow(int count, TimeSpan span)
{
    /// <summary>The last times given out, as a ring; the slot at <see cref="next"/> is the oldest.</summary>
    readonly DateTimeOffset[] times = new DateTimeOffset[count];
    int next;

    /// <summary>The latest time given out.</summary>
    public DateTimeOffset Last => times[(next + count - 1) % count];

    /// <summary>The earliest time at which one more may go, not before <paramref name="from"/>.</summary>
    public DateTimeOffset Earliest(DateTimeOffset from)
    {
        var free = times[next] == default ? from : times[next] + span;
        return free > from ? free : from;
    }

    /// <summary>Gives out a time.</summary>
    public void Take(DateTimeOffset at)
    {
        times[next] = at;
        next = (next + 1) % count;
    }
}
