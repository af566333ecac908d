using System.Diagnostics;
using System.Threading.Channels;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>Plays a script against the connections that come in.</summary>
sealed class ScriptPlayer(EmulatedGateway gateway, GatewayScript script)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Channel<(GatewayPeer Peer, bool IsResume)> arrivals = Channel.CreateUnbounded<(GatewayPeer, bool)>();
    GatewayPeer? peer;

    /// <summary>A client connected.</summary>
    public void Arrive(GatewayPeer client, bool isResume) => arrivals.Writer.TryWrite((client, isResume));

    /// <summary>Plays all steps.</summary>
    /// <exception cref="InvalidOperationException">The client did something else than the script says.</exception>
    public async Task PlayAsync(CancellationToken ct)
    {
        foreach (var (step, number) in script.Steps.Select((step, i) => (step, i + 1)))
            try
            {
                await PlayAsync(step, ct).WaitAsync(Patience, ct);
            }
            catch (Exception ex) when (ex is TimeoutException or ChannelClosedException or InvalidOperationException)
            {
                throw new InvalidOperationException($"Step {number} of the script failed: {step}. {ex.Message}", ex);
            }
    }

    async Task PlayAsync(GatewayStep step, CancellationToken ct)
    {
        switch (step)
        {
            case GatewayStep.Connection:
                (peer, _) = await arrivals.Reader.ReadAsync(ct);
                break;
            case GatewayStep.Hello(var heartbeat, var mustResume):
                (peer, var isResume) = await arrivals.Reader.ReadAsync(ct);
                if (mustResume is { } must && must != isResume) throw new InvalidOperationException($"The client came to the address for {(isResume ? "resuming" : "starting")}.");
                await gateway.GreetAsync(peer, heartbeat, ct);
                break;
            case GatewayStep.Expect(var op, var session, var sequence):
                await ExpectAsync(op, session, sequence, ct);
                break;
            case GatewayStep.ExpectClose(var code):
                await foreach (var _ in peer!.Inbox.ReadAllAsync(ct)) continue;
                if (peer.CloseCode != code) throw new InvalidOperationException($"The client closed with {peer.CloseCode}.");
                break;
            default:
                await SayAsync(step, ct);
                break;
        }
    }

    async Task SayAsync(GatewayStep step, CancellationToken ct)
    {
        switch (step)
        {
            case GatewayStep.Ready(var session):
                await gateway.StartSessionAsync(peer!, session, ct);
                break;
            case GatewayStep.Resumed:
                await gateway.ReplayAsync(peer!, peer!.Session!, gateway.LastResume, ct);
                break;
            case GatewayStep.Dispatch(var type, var data):
                await peer!.SendAsync(peer.Session!.Next(type, data), ct);
                break;
            case GatewayStep.Send(var op, var data):
                await peer!.SendAsync(GatewayPeer.Frame(op, data?.DeepClone()), ct);
                break;
            case GatewayStep.FallSilent:
                peer!.IsSilent = true;
                break;
            case GatewayStep.Drop(var code):
                // A torn connection takes along what was not read yet: the answer to a heartbeat request tells that all was.
                if (code is null) await UntilReadAsync(ct);
                await peer!.DropAsync(code, ct);
                break;
            default:
                throw new UnreachableException();
        }
    }

    async Task UntilReadAsync(CancellationToken ct)
    {
        await peer!.SendAsync(GatewayPeer.Frame(1, null), ct);
        while (await peer.Inbox.ReadAsync(ct) is var message && ((int)message["op"]! != 1 || (int?)message["d"] != peer.Session?.Last)) continue;
    }

    async Task ExpectAsync(string op, string? session, int? sequence, CancellationToken ct)
    {
        var number = op switch { "IDENTIFY" => 2, "RESUME" => 6, "HEARTBEAT" => 1, _ => throw new ArgumentException($"No message is called {op}.", nameof(op)) };
        while (true)
        {
            var message = await peer!.Inbox.ReadAsync(ct);
            var came = (int)message["op"]!;
            if (came == 1 && number != 1) continue;
            if (came != number) throw new InvalidOperationException($"The client sent {came}.");
            if (number == 6) gateway.Resume(peer, message["d"]!.AsObject());
            if (number == 2) peer.Shard = ((int)message["d"]!["shard"]![0]!, (int)message["d"]!["shard"]![1]!);
            if (session is not null && (string?)message["d"]!["session_id"] != session) throw new InvalidOperationException($"The client named the session {message["d"]!["session_id"]}.");
            var given = number == 6 ? (int?)message["d"]!["seq"] : number == 1 ? (int?)message["d"] : null;
            if (sequence is not null && given != sequence) throw new InvalidOperationException($"The client gave the number {given}.");
            return;
        }
    }
}
