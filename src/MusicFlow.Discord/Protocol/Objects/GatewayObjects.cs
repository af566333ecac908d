using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicFlow.Discord.Protocol.Objects;

/// <summary>Where the gateway is and how it wants to be used.</summary>
/// <param name="Url">Address of the socket.</param>
/// <param name="Shards">Recommended number of shards.</param>
/// <param name="SessionStartLimit">How many sessions may still be started.</param>
sealed record GatewayBot(string Url, int Shards, SessionStartLimit SessionStartLimit);

/// <summary>How many sessions may be started. Exceeding it resets the bot's token.</summary>
/// <param name="Total">In 24 hours, over all shards.</param>
/// <param name="Remaining">Of those, still left.</param>
/// <param name="ResetAfter">Milliseconds until <paramref name="Remaining"/> is <paramref name="Total"/> again.</param>
/// <param name="MaxConcurrency">Sessions that may start in one window of 5 seconds.</param>
sealed record SessionStartLimit(int Total, int Remaining, long ResetAfter, int MaxConcurrency);

/// <summary>One message of the gateway.</summary>
/// <param name="Op">See <see cref="GatewayOp"/>.</param>
/// <param name="D">Content.</param>
/// <param name="S">Number of the event in its session; <see langword="null"/> for everything but events.</param>
/// <param name="T">Name of the event.</param>
sealed record GatewayFrame(GatewayOp Op, JsonElement D, int? S, string? T);

/// <summary>Kinds of gateway messages.</summary>
enum GatewayOp
{
    /// <summary>An event.</summary>
    Dispatch = 0,

    /// <summary>"I am alive", or the question whether we are.</summary>
    Heartbeat = 1,

    /// <summary>We start a session.</summary>
    Identify = 2,

    /// <summary>We continue a session.</summary>
    Resume = 6,

    /// <summary>Discord wants us to connect anew and resume.</summary>
    Reconnect = 7,

    /// <summary>The session is over, or never began.</summary>
    InvalidSession = 9,

    /// <summary>First message of a connection.</summary>
    Hello = 10,

    /// <summary>Discord heard our heartbeat.</summary>
    HeartbeatAck = 11,
}

/// <summary>Content of <see cref="GatewayOp.Hello"/>.</summary>
/// <param name="HeartbeatInterval">Milliseconds between heartbeats.</param>
sealed record Hello(double HeartbeatInterval);

/// <summary>Content of READY.</summary>
/// <param name="SessionId">Names the session when it is resumed.</param>
/// <param name="ResumeGatewayUrl">Where it is resumed.</param>
/// <param name="User">The bot.</param>
sealed record Ready(string SessionId, string? ResumeGatewayUrl, User? User);

/// <summary>Starts a session.</summary>
/// <param name="Token">The bot's token, without "Bot".</param>
/// <param name="Intents">Bit set of the events wanted.</param>
/// <param name="Properties">Who we are.</param>
/// <param name="Shard">Number of the shard, number of shards.</param>
sealed record Identify(string Token, int Intents, ConnectionProperties Properties, int[] Shard)
{
    /// <summary>Whether single payloads are compressed; the whole stream is, instead.</summary>
    public bool Compress { get; }

    /// <summary>Members of a server beyond which absent ones are left out, 50–250.</summary>
    public int LargeThreshold { get; } = 50;
}

/// <summary>Who we are.</summary>
/// <param name="Os">Operating system.</param>
/// <param name="Browser">Name of the library.</param>
/// <param name="Device">Name of the library.</param>
sealed record ConnectionProperties(string Os, string Browser, string Device);

/// <summary>Continues a session.</summary>
/// <param name="Token">The bot's token, without "Bot".</param>
/// <param name="SessionId">From <see cref="Ready"/>.</param>
/// <param name="Seq">Number of the last event received.</param>
sealed record Resume(string Token, string SessionId, int Seq);

/// <summary>A message of ours to the gateway.</summary>
/// <typeparam name="T">Its content.</typeparam>
/// <param name="Op">Its kind.</param>
/// <param name="D">Its content.</param>
sealed record GatewayCommand<T>(GatewayOp Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] T D);

/// <summary>The application behind a token.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="Name">Shown to people.</param>
/// <param name="VerifyKey">Public key that signs HTTP interactions, 64 hexadecimal digits.</param>
/// <param name="InteractionsEndpointUrl">Where interactions are posted; <see langword="null"/> when they come over the gateway.</param>
sealed record Application(string Id, string Name, string? VerifyKey, string? InteractionsEndpointUrl);
