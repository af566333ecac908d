namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>Where a shard stands.</summary>
public enum ShardState
{
    /// <summary>Not connected: waiting for its turn, or to try again.</summary>
    Disconnected,

    /// <summary>Connected; HELLO has not come.</summary>
    AwaitingHello,

    /// <summary>Asked for a new session.</summary>
    Identifying,

    /// <summary>Asked to continue its session.</summary>
    Resuming,

    /// <summary>Receives events.</summary>
    Active,

    /// <summary>Discord refuses it for good.</summary>
    Refused,
}

/// <summary>What a shard needs.</summary>
/// <param name="Token">The bot's token, without "Bot".</param>
/// <param name="Connector">Opens connections.</param>
/// <param name="Starts">Lets sessions start.</param>
/// <param name="Time">The clock.</param>
/// <param name="Jitter">Random numbers, 0 to below 1.</param>
sealed record ShardSurroundings(string Token, IGatewayConnector Connector, SessionStarts Starts, TimeProvider Time, Func<double> Jitter);

/// <summary>A session that may be continued.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Address">Where it is continued.</param>
sealed record GatewaySession(string Id, Uri Address)
{
    /// <summary>Number of the last event received.</summary>
    public int Sequence { get; set; }
}
