namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>How long to wait before connecting again: at once after a working connection, then longer each time, at most two minutes.</summary>
static class ReconnectDelays
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The delays in order, without end.</summary>
    /// <param name="jitter">Numbers 0–1, so that many shards do not come back in the same moment.</param>
    public static IEnumerable<TimeSpan> Sequence(Func<double> jitter)
    {
        yield return TimeSpan.Zero;
        for (var delay = TimeSpan.FromSeconds(1); ; delay = delay * 2 < Longest ? delay * 2 : Longest)
            yield return delay * (0.5 + jitter() / 2);
    }
}
