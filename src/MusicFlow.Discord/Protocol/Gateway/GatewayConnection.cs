using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>One connection of a shard from HELLO to its end: the loop that receives, beats and answers. Used once.</summary>
/// <remarks>Source: Discord documentation, topics/gateway.</remarks>
sealed class GatewayConnection(IGatewaySocket socket, ShardSurroundings around, Identity who, ILogger log)
{
    /// <summary>How long HELLO may take.</summary>
    static readonly TimeSpan HelloTimeout = TimeSpan.FromSeconds(20);

    /// <summary>How long READY or RESUMED may take; the replay of a long absence comes before RESUMED.</summary>
    static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(90);

    static readonly ConnectionEnd ResumeNow = new(Afterwards.Resume, Wait: TimeSpan.Zero);

    readonly Heartbeat heartbeat = new(around.Time);
    TimeSpan deadline = HelloTimeout;
    Action<ShardState> tell = _ => { };

    /// <summary>The session after this connection; <see langword="null"/> where it is over.</summary>
    public GatewaySession? Session { get; private set; } = who.Session;

    /// <summary>Whether it came as far as receiving events.</summary>
    public bool WasActive { get; private set; }

    /// <summary>Receives until the end.</summary>
    /// <param name="interactions">Where interactions go.</param>
    /// <param name="onState">Told of each new state.</param>
    /// <param name="ct">Ends the session.</param>
    public async Task<ConnectionEnd> ListenAsync(ChannelWriter<Interaction> interactions, Action<ShardState> onState, CancellationToken ct)
    {
        tell = onState;
        try
        {
            var end = await LoopAsync(interactions, ct);
            if (end.CloseCode is null) await socket.CloseAsync(CloseCodes.Resuming, ct);
            return end;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await socket.CloseAsync(CloseCodes.Leaving, CancellationToken.None);
            throw;
        }
    }

    async Task<ConnectionEnd> LoopAsync(ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        var next = socket.ReceiveAsync();
        while (true)
        {
            if (!await ArrivesAsync(next, ct))
            {
                if (heartbeat.Now >= deadline || !heartbeat.TryBeat()) return ResumeNow;
                await BeatAsync(ct);
                continue;
            }
            var message = await next;
            if (message.IsEnd) return new ConnectionEnd(CloseCodes.After(message.CloseCode), message.CloseCode);
            if (await HandleAsync(message.Json, interactions, ct) is { } end) return end;
            next = socket.ReceiveAsync();
        }
    }

    /// <summary>Whether a message came before the next heartbeat is due or the time is up.</summary>
    async Task<bool> ArrivesAsync(Task next, CancellationToken ct)
    {
        if (next.IsCompleted) return true;
        var due = heartbeat.Due < deadline ? heartbeat.Due : deadline;
        var wait = due - heartbeat.Now;
        if (wait > TimeSpan.Zero)
            await next.WaitAsync(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), around.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        return next.IsCompleted;
    }

    /// <summary>Handles a message; one that cannot be read is left out, for the next may be good.</summary>
    async Task<ConnectionEnd?> HandleAsync(ReadOnlyMemory<byte> json, ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, DiscordJson.Default.GatewayFrame) is { } frame ? await HandleAsync(frame, interactions, ct) : null;
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            log.GatewayMessageUnreadable(who.Shard, ex.GetType().Name);
            return null;
        }
    }

    async Task<ConnectionEnd?> HandleAsync(GatewayFrame frame, ChannelWriter<Interaction> interactions, CancellationToken ct)
    {
        switch (frame.Op)
        {
            case GatewayOp.Dispatch:
                Dispatch(frame, interactions);
                return null;
            case GatewayOp.Heartbeat:
                await BeatAsync(ct);
                return null;
            case GatewayOp.HeartbeatAck:
                heartbeat.Answered();
                return null;
            case GatewayOp.Hello:
                await GreetAsync(frame.D.Deserialize(DiscordJson.Default.Hello)!, ct);
                return null;
            case GatewayOp.Reconnect:
                return ResumeNow;
            case GatewayOp.InvalidSession:
                return frame.D.ValueKind == JsonValueKind.True ? new ConnectionEnd(Afterwards.Resume) : Invalid();
            default:
                return null;
        }
    }

    /// <summary>A start so soon after another would be refused again: Discord asks for a random pause.</summary>
    ConnectionEnd Invalid()
    {
        Session = null;
        return new ConnectionEnd(Afterwards.StartAnew, Wait: TimeSpan.FromSeconds(1 + 4 * around.Jitter()));
    }

    async Task GreetAsync(Hello hello, CancellationToken ct)
    {
        heartbeat.Begin(TimeSpan.FromMilliseconds(Math.Clamp(hello.HeartbeatInterval, 1, int.MaxValue)), around.Jitter());
        deadline = heartbeat.Now + StartTimeout;
        if (Session is { } known)
        {
            tell(ShardState.Resuming);
            await socket.SendAsync(GatewayCommands.Resume(around.Token, known), ct);
            return;
        }
        tell(ShardState.Identifying);
        await socket.SendAsync(GatewayCommands.Identify(around.Token, who), ct);
    }

    void Dispatch(GatewayFrame frame, ChannelWriter<Interaction> interactions)
    {
        if (frame.T == "READY" && frame.D.Deserialize(DiscordJson.Default.Ready) is { } ready)
            Session = new GatewaySession(ready.SessionId, Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var address) ? address : throw new JsonException("READY without resume_gateway_url."));
        if (frame.S is { } number && Session is { } known) known.Sequence = number;
        if (frame.T is "READY" or "RESUMED") Activate();
        if (frame.T == "INTERACTION_CREATE" && frame.D.Deserialize(DiscordJson.Default.Interaction) is { } interaction && !interactions.TryWrite(interaction))
            log.InteractionLost(who.Shard);
    }

    void Activate()
    {
        WasActive = true;
        deadline = TimeSpan.MaxValue;
        tell(ShardState.Active);
        log.ShardActive(who.Shard, who.Shards);
    }

    Task BeatAsync(CancellationToken ct) => socket.SendAsync(GatewayCommands.Heartbeat(Session?.Sequence), ct);
}
