using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>The gateway: plays a script where it has one, behaves like the real one afterwards. Thread-safe.</summary>
/// <remarks>Source: Discord documentation, topics/gateway.</remarks>
public sealed class EmulatedGateway : IDisposable
{
    readonly DiscordEmulatorOptions options;
    readonly ScriptPlayer? player;
    readonly CancellationTokenSource stop = new();
    readonly ConcurrentDictionary<string, EmulatedSession> sessions = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<GatewayPeer, bool> peers = new();
    readonly StartRules starts;

    internal EmulatedGateway(DiscordEmulatorOptions options, GatewayScript? script)
    {
        this.options = options;
        starts = new StartRules(options);
        player = script is null ? null : new ScriptPlayer(this, script);
        ScriptPlayedOut = player?.PlayAsync(stop.Token) ?? Task.CompletedTask;
    }

    /// <summary>Ends when every step of the script is done; fails with the step that went wrong.</summary>
    public Task ScriptPlayedOut { get; }

    /// <summary>Sessions that were started.</summary>
    public int Starts => starts.Count;

    /// <summary>Sessions that were continued.</summary>
    public int Resumes { get; private set; }

    /// <summary>Connections that are open.</summary>
    public int Connections => peers.Count;

    /// <summary>Number that the last RESUME gave.</summary>
    internal int LastResume { get; private set; }

    internal Uri? Address { get; set; }

    /// <summary>Ends all connections, as a failing server does.</summary>
    /// <param name="code">Close code; <see langword="null"/> for none.</param>
    public async Task DropAllAsync(int? code = null)
    {
        foreach (var peer in peers.Keys)
            await peer.DropAsync(code, stop.Token);
    }

    /// <summary>Waits until some sessions receive events.</summary>
    public async Task WaitForSessionsAsync(int count)
    {
        while (sessions.Values.Count(session => session.Peer is not null) < count)
            await Task.Delay(10, stop.Token);
    }

    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    /// <summary>Sends an event to the shard of a server, or to shard 0; kept for later where it is not connected.</summary>
    internal async Task DispatchAsync(string type, JsonNode data, string? guild)
    {
        foreach (var session in sessions.Values.Where(session => IsFor(session.Shard, guild)))
        {
            var frame = session.Next(type, data);
            if (session.Peer is not { } peer) continue;
            try
            {
                await peer.SendAsync(frame, stop.Token);
            }
            catch (Exception ex) when (ex is System.Net.WebSockets.WebSocketException or ObjectDisposedException or InvalidOperationException)
            {
                // It is replayed when the session is resumed.
            }
        }
    }

    internal JsonObject Describe() => starts.Describe(Address!);

    internal async Task ServeAsync(HttpContext http, bool isResume)
    {
        if (http.Request.Query["v"] != "10" || http.Request.Query["encoding"] != "json" || http.Request.Headers.UserAgent.Count == 0)
        {
            http.Response.StatusCode = 400;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var peer = new GatewayPeer(socket, http.Request.Query["compress"] == "zlib-stream", options.IsValidating);
        peers[peer] = true;
        var reading = peer.ReadAsync(stop.Token);
        if (!ScriptPlayedOut.IsCompleted) player!.Arrive(peer, isResume);
        else await BehaveAsync(peer);
        await reading;
        peers.TryRemove(peer, out _);
        if (peer.Session is { } session && session.Peer == peer) session.Peer = null;
    }

    internal async Task GreetAsync(GatewayPeer peer, TimeSpan heartbeat, CancellationToken ct)
    {
        var hello = GatewayPeer.Frame(10, new JsonObject { ["heartbeat_interval"] = (int)heartbeat.TotalMilliseconds });
        if (options.IsValidating) JsonSchemas.Check("GatewayHello", hello);
        await peer.SendAsync(hello, ct);
    }

    internal async Task StartSessionAsync(GatewayPeer peer, string id, CancellationToken ct)
    {
        var session = sessions[id] = new EmulatedSession(id, peer.Shard);
        (peer.Session, session.Peer) = (session, peer);
        var ready = session.Next("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = SomeInteraction.User(options.ApplicationId, "MusicFlow", isBot: true),
            ["guilds"] = new JsonArray(new JsonObject { ["id"] = "10", ["unavailable"] = true }),
            ["session_id"] = id,
            ["session_type"] = "normal",
            ["resume_gateway_url"] = new Uri(Address!, "resume").ToString(),
            ["shard"] = new JsonArray(peer.Shard.Id, peer.Shard.Count),
            ["application"] = new JsonObject { ["id"] = options.ApplicationId, ["flags"] = 0, ["flags_new"] = "0" },
        });
        if (options.IsValidating) JsonSchemas.Check("GatewayReadyDispatch", ready);
        await peer.SendAsync(ready, ct);
        starts.Start(peer.Shard.Id);
    }

    internal void Resume(GatewayPeer peer, JsonObject resume)
    {
        LastResume = (int)resume["seq"]!;
        if (!sessions.TryGetValue((string)resume["session_id"]!, out var session)) return;
        (peer.Session, session.Peer, peer.Shard) = (session, peer, session.Shard);
    }

    internal async Task ReplayAsync(GatewayPeer peer, EmulatedSession session, int sequence, CancellationToken ct)
    {
        foreach (var missed in session.Since(sequence)) await peer.SendAsync(missed, ct);
        await peer.SendAsync(session.Next("RESUMED", new JsonObject()), ct);
        Resumes++;
    }

    /// <summary>What the real gateway does.</summary>
    async Task BehaveAsync(GatewayPeer peer)
    {
        await GreetAsync(peer, TimeSpan.FromMilliseconds(41_250), stop.Token);
        await foreach (var message in peer.Inbox.ReadAllAsync(stop.Token))
            if ((int)message["op"]! == 2) await IdentifyAsync(peer, message["d"]!.AsObject());
            else if ((int)message["op"]! == 6) await ResumeAsync(peer, message["d"]!.AsObject());
    }

    async Task IdentifyAsync(GatewayPeer peer, JsonObject identify)
    {
        const int wrongToken = 4004, wrongShard = 4010, alreadyStarted = 4005;
        peer.Shard = ((int?)identify["shard"]?[0] ?? 0, (int?)identify["shard"]?[1] ?? 1);
        if ((string?)identify["token"] != options.Token) await peer.DropAsync(wrongToken, stop.Token);
        else if (peer.Session is not null) await peer.DropAsync(alreadyStarted, stop.Token);
        else if (peer.Shard.Id >= peer.Shard.Count) await peer.DropAsync(wrongShard, stop.Token);
        else if (!starts.MayStart(peer.Shard.Id)) await peer.SendAsync(GatewayPeer.Frame(9, false), stop.Token);
        else await StartSessionAsync(peer, string.Create(CultureInfo.InvariantCulture, $"session-{starts.Count + 1}-{peer.Shard.Id}"), stop.Token);
    }

    async Task ResumeAsync(GatewayPeer peer, JsonObject resume)
    {
        Resume(peer, resume);
        if (peer.Session is { } session) await ReplayAsync(peer, session, LastResume, stop.Token);
        else await peer.SendAsync(GatewayPeer.Frame(9, false), stop.Token);
    }

    static bool IsFor((int Id, int Count) shard, string? guild) =>
        shard.Id == (guild is null ? 0 : (int)((ulong.Parse(guild, CultureInfo.InvariantCulture) >> 22) % (ulong)shard.Count));
}
