using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>One shard: connects, keeps its session over lost connections, and hands on interactions. Reconnects by itself; ends only when it is cancelled or refused.</summary>
/// <param name="around">What it needs.</param>
/// <param name="id">Number of the shard, from 0.</param>
/// <param name="count">Number of shards.</param>
/// <param name="log">Tells of connections.</param>
sealed class GatewayShard(ShardSurroundings around, int id, int count, ILogger log)
{
    /// <summary>Times that a session is tried to be continued where no connection comes about.</summary>
    internal const int MostResumeAttempts = 2;

    GatewaySession? session;
    volatile ShardState state;

    /// <summary>Where it stands.</summary>
    public ShardState State => state;

    /// <summary>Connects and stays connected.</summary>
    /// <param name="interactions">Where interactions go; the shard never waits for it: what finds it full is lost.</param>
    /// <param name="ct">Ends the session and the method.</param>
    /// <exception cref="GatewayRefusedException">Discord refuses the bot for good.</exception>
    /// <exception cref="DiscordApiException">Discord refuses the token.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task RunAsync(ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        var delays = ReconnectDelays.Sequence(around.Jitter).GetEnumerator();
        for (var failures = 0; ;)
        {
            state = ShardState.Disconnected;
            var (end, wasActive) = await ConnectAsync(interactions, ct);
            failures = wasActive ? 0 : failures + 1;
            if (wasActive) delays = ReconnectDelays.Sequence(around.Jitter).GetEnumerator();
            if (end.Then == Afterwards.GiveUp)
            {
                state = ShardState.Refused;
                throw new GatewayRefusedException(end.CloseCode ?? 0);
            }
            if (end.Then == Afterwards.StartAnew || failures > MostResumeAttempts) session = null;
            delays.MoveNext();
            var wait = end.Wait ?? delays.Current;
            log.ShardDisconnected(id, end.CloseCode, session is not null, wait);
            state = ShardState.Disconnected;
            await Task.Delay(wait, around.Time, ct);
        }
    }

    async Task<(ConnectionEnd End, bool WasActive)> ConnectAsync(ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        try
        {
            var address = session?.Address ?? await around.Starts.WaitAsync(id, ct);
            await using var socket = await around.Connector.ConnectAsync(address, ct);
            state = ShardState.AwaitingHello;
            var connection = new GatewayConnection(socket, around, new Identity(id, count, session), log);
            var end = await connection.ListenAsync(interactions, value => state = value, ct);
            session = connection.Session;
            return (end, connection.WasActive);
        }
        catch (Exception ex) when (ex is GatewayConnectException or HttpRequestException or TimeoutException || ex is DiscordApiException { Status: not System.Net.HttpStatusCode.Unauthorized })
        {
            log.GatewayUnreachable(id, ex);
            return (new ConnectionEnd(Afterwards.Resume), false);
        }
    }
}

/// <summary>Who a connection speaks for.</summary>
/// <param name="Shard">Number of the shard.</param>
/// <param name="Shards">Number of shards.</param>
/// <param name="Session">The session to continue; <see langword="null"/> to start one.</param>
sealed record Identity(int Shard, int Shards, GatewaySession? Session);
