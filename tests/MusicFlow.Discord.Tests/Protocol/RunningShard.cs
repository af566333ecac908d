using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using MusicFlow.Discord.Protocol.Gateway;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Protocol;

/// <summary>A shard that runs against the emulator until it is disposed.</summary>
sealed class RunningShard : IAsyncDisposable
{
    const string UserAgent = "DiscordBot (https://example.org, 1.0)";

    readonly CancellationTokenSource stop = new();
    readonly Channel<Interaction> interactions = Channel.CreateBounded<Interaction>(16);
    readonly HttpClient http;
    readonly GatewayShard shard;

    public RunningShard(DiscordEmulator discord, int id, int count, (bool IsCompressed, double Jitter, string? Token) settings)
    {
        var token = settings.Token ?? discord.Options.Token;
        http = EmulatorHttp.Http(discord, TimeProvider.System);
        var client = new DiscordClient(http, token);
        var starts = new SessionStarts(client.GetGatewayBotAsync, TimeProvider.System, NullLogger.Instance, window: TimeSpan.Zero);
        var around = new ShardSurroundings(token, new WebSocketConnector(UserAgent, settings.IsCompressed), starts, TimeProvider.System, () => settings.Jitter);
        shard = new GatewayShard(around, id, count, NullLogger.Instance);
        Ended = shard.RunAsync(interactions.Writer, stop.Token);
    }

    /// <summary>Ends when the shard is refused or disposed.</summary>
    public Task Ended { get; }

    public ShardState State => shard.State;

    public ChannelReader<Interaction> Interactions => interactions.Reader;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Ended.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        http.Dispose();
        stop.Dispose();
    }
}

static class EmulatorConnections
{
    /// <summary>Connects one shard.</summary>
    public static RunningShard Connect(this DiscordEmulator discord, bool isCompressed = true, double jitter = 0.5, string? token = null) =>
        new(discord, 0, 1, (isCompressed, jitter, token));

    /// <summary>Connects one shard of several.</summary>
    public static RunningShard Connect(this DiscordEmulator discord, int id, int count) => new(discord, id, count, (true, 0.5, null));
}
