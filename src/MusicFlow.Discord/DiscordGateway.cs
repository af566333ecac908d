using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Discord.Protocol.Gateway;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Discord;

/// <summary>All shards of this process. Thread-safe.</summary>
sealed class DiscordGateway(DiscordClient client, IOptions<DiscordOptions> options, TimeProvider time, ILogger<DiscordGateway> log)
{
    static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(10);

    IReadOnlyList<GatewayShard> shards = [];

    /// <summary>Whether every shard receives events.</summary>
    public bool IsReady => shards.Count > 0 && shards.All(shard => shard.State == ShardState.Active);

    /// <summary>Runs all shards until they are cancelled, or one is refused.</summary>
    /// <exception cref="GatewayRefusedException">Discord refuses the bot for good.</exception>
    /// <exception cref="DiscordApiException">Discord refuses the token.</exception>
    public async Task RunAsync(ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        var settings = options.Value;
        var count = settings.Shards ?? await RecommendedAsync(ct);
        var here = Math.Min(settings.ShardsHere ?? count, count - settings.FirstShard);
        var starts = new SessionStarts(client.GetGatewayBotAsync, time, log, SessionStarts.Window);
        var around = new ShardSurroundings(settings.Token!, new WebSocketConnector(DiscordHttp.UserAgent, settings.IsCompressed), starts, time, Jitter);
        shards = [.. Enumerable.Range(settings.FirstShard, Math.Max(0, here)).Select(id => new GatewayShard(around, id, count, log))];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = shards.Select(shard => shard.RunAsync(interactions, stop.Token)).ToList();
        try
        {
            await await Task.WhenAny(running);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<int> RecommendedAsync(CancellationToken ct)
    {
        while (true)
            try
            {
                return (await client.GetGatewayBotAsync(ct)).Shards;
            }
            catch (Exception ex) when (ex is HttpRequestException or TimeoutException || ex is DiscordApiException { Status: not System.Net.HttpStatusCode.Unauthorized })
            {
                log.GatewayUnreachable(options.Value.FirstShard, ex);
                await Task.Delay(AskAgain, time, ct);
            }
    }

    static double Jitter() => RandomNumberGenerator.GetInt32(int.MaxValue) / (double)int.MaxValue;
}
