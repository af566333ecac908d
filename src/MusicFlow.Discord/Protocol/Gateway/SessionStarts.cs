using Microsoft.Extensions.Logging;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>Lets sessions start no faster and no more often than Discord allows; too many would reset the bot's token. Thread-safe.</summary>
/// <remarks>Discord itself counts, also over restarts: it is asked before each start. Source: Discord documentation, topics/gateway, "Session Start Limit".</remarks>
/// <param name="ask">Asks for the state of the limit.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Tells of long waits.</param>
/// <param name="window">Time between two starts of one key; 5 seconds at Discord.</param>
#pragma warning disable CA1001 // A SemaphoreSlim holds a handle only where its wait handle is asked for.
sealed class SessionStarts(Func<CancellationToken, Task<GatewayBot>> ask, TimeProvider time, ILogger log, TimeSpan window)
#pragma warning restore CA1001
{
    /// <summary>Discord's time between two starts of one key.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim turn = new(1, 1);
    readonly Dictionary<int, long> last = [];

    /// <summary>Waits until a shard may start a session.</summary>
    /// <param name="shard">Number of the shard.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Where to connect.</returns>
    /// <exception cref="Rest.DiscordApiException">Discord refuses the token.</exception>
    /// <exception cref="HttpRequestException">Discord cannot be reached.</exception>
    public async Task<Uri> WaitAsync(int shard, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var gateway = await ask(ct);
            while (gateway.SessionStartLimit is { Remaining: <= 0, ResetAfter: var reset })
            {
                log.SessionStartsUsedUp(TimeSpan.FromMilliseconds(reset));
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(reset, 1_000)), time, ct);
                gateway = await ask(ct);
            }
            var key = shard % Math.Max(1, gateway.SessionStartLimit.MaxConcurrency);
            if (last.TryGetValue(key, out var before) && time.GetElapsedTime(before) is var since && since < window)
                await Task.Delay(window - since, time, ct);
            last[key] = time.GetTimestamp();
            return new Uri(gateway.Url);
        }
        finally
        {
            turn.Release();
        }
    }
}
