namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>What a close code of the gateway asks for.</summary>
/// <remarks>Source: Discord documentation, topics/opcodes-and-status-codes, "Gateway Close Event Codes".</remarks>
static class CloseCodes
{
    /// <summary>We close and mean to resume; 1000 and 1001 would end the session.</summary>
    public const int Resuming = 4200;

    /// <summary>We close for good.</summary>
    public const int Leaving = 1000;

    /// <summary>What to do after the server closed.</summary>
    /// <param name="code">Its code; <see langword="null"/> where the connection just ended.</param>
    public static Afterwards After(int? code) => code switch
    {
        4004 or 4010 or 4011 or 4012 or 4013 or 4014 => Afterwards.GiveUp,
        4007 or 4009 => Afterwards.StartAnew,
        _ => Afterwards.Resume,
    };
}

/// <summary>What to do after a connection has ended.</summary>
enum Afterwards
{
    /// <summary>Connect and continue the session, where there is one.</summary>
    Resume,

    /// <summary>Connect and start a session.</summary>
    StartAnew,

    /// <summary>Never connect again.</summary>
    GiveUp,
}

/// <summary>How a connection ended.</summary>
/// <param name="Then">What to do.</param>
/// <param name="CloseCode">The server's code; <see langword="null"/> where it gave none.</param>
/// <param name="Wait">How long to wait before; <see langword="null"/> for the usual growing delay.</param>
readonly record struct ConnectionEnd(Afterwards Then, int? CloseCode = null, TimeSpan? Wait = null);
