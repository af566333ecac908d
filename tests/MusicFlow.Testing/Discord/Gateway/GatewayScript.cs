using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>What the gateway does and expects, step by step. Heartbeats are acknowledged in between. Every Hello waits for a new connection.</summary>
public sealed class GatewayScript
{
    readonly List<GatewayStep> steps = [];

    /// <summary>The steps in order.</summary>
    internal IReadOnlyList<GatewayStep> Steps => steps;

    /// <summary>Waits for a connection and greets it.</summary>
    /// <param name="heartbeat">Interval; 41.25 s where nothing is said.</param>
    /// <param name="isResume">Whether it must come to the address for resuming; <see langword="null"/> for either.</param>
    public GatewayScript Hello(TimeSpan? heartbeat = null, bool? isResume = null) => Then(new GatewayStep.Hello(heartbeat ?? TimeSpan.FromMilliseconds(41_250), isResume));

    /// <summary>Waits for a connection and says nothing.</summary>
    public GatewayScript Connection() => Then(new GatewayStep.Connection());

    /// <summary>Waits for a message of the client.</summary>
    /// <param name="op"><c>IDENTIFY</c>, <c>RESUME</c> or <c>HEARTBEAT</c>.</param>
    /// <param name="session">Session that a RESUME must name.</param>
    /// <param name="sequence">Number that a RESUME or HEARTBEAT must give.</param>
    public GatewayScript Expect(string op, string? session = null, int? sequence = null) => Then(new GatewayStep.Expect(op, session, sequence));

    /// <summary>Waits until the client has closed.</summary>
    /// <param name="code">The code that it must give.</param>
    public GatewayScript ExpectClose(int code) => Then(new GatewayStep.ExpectClose(code));

    /// <summary>Sends READY.</summary>
    public GatewayScript Ready(string session) => Then(new GatewayStep.Ready(session));

    /// <summary>Replays what was missed and sends RESUMED.</summary>
    public GatewayScript Resumed() => Then(new GatewayStep.Resumed());

    /// <summary>Sends an event.</summary>
    public GatewayScript Dispatch(string type, JsonNode data) => Then(new GatewayStep.Dispatch(type, data));

    /// <summary>Sends a message that is no event, such as <c>7</c> to make the client reconnect.</summary>
    public GatewayScript Send(int op, JsonNode? data = null) => Then(new GatewayStep.Send(op, data));

    /// <summary>Asks the client to connect anew and resume.</summary>
    public GatewayScript Reconnect() => Send(7);

    /// <summary>Tells that the session is over.</summary>
    public GatewayScript InvalidSession(bool mayResume) => Send(9, mayResume);

    /// <summary>Stops acknowledging heartbeats on this connection.</summary>
    public GatewayScript FallSilent() => Then(new GatewayStep.FallSilent());

    /// <summary>Ends the connection.</summary>
    /// <param name="code">Close code; <see langword="null"/> for none, as when a cable is torn.</param>
    public GatewayScript Drop(int? code = null) => Then(new GatewayStep.Drop(code));

    GatewayScript Then(GatewayStep step)
    {
        steps.Add(step);
        return this;
    }
}

/// <summary>One step of a script.</summary>
abstract record GatewayStep
{
    public sealed record Hello(TimeSpan Heartbeat, bool? IsResume) : GatewayStep;

    public sealed record Connection : GatewayStep;

    public sealed record Expect(string Op, string? Session, int? Sequence) : GatewayStep;

    public sealed record ExpectClose(int Code) : GatewayStep;

    public sealed record Ready(string Session) : GatewayStep;

    public sealed record Resumed : GatewayStep;

    public sealed record Dispatch(string Type, JsonNode Data) : GatewayStep;

    public sealed record Send(int Op, JsonNode? Data) : GatewayStep;

    public sealed record FallSilent : GatewayStep;

    public sealed record Drop(int? Code) : GatewayStep;
}
