namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>Discord refuses the bot for good: connecting again would not help.</summary>
public sealed class GatewayRefusedException : Exception
{
    /// <param name="closeCode">4004, or 4010 to 4014.</param>
    internal GatewayRefusedException(int closeCode) : base($"Discord closed the gateway with {closeCode}: {Meaning(closeCode)}") => CloseCode = closeCode;

    /// <summary>The code of the gateway.</summary>
    public int CloseCode { get; }

    static string Meaning(int code) => code switch
    {
        4004 => "the token is wrong (setting Discord:Token).",
        4010 => "this shard does not exist (setting Discord:Shards).",
        4011 => "the bot is in too many servers for one connection (setting Discord:Shards).",
        4012 => "this version of the gateway is no longer served.",
        4013 => "these intents do not exist.",
        4014 => "these intents are not allowed in the developer portal.",
        _ => "no reason known.",
    };
}
