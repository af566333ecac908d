using System.Net;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Discord answered a call with an error. The message names the call by its template, never by its address.</summary>
/// <remarks>Codes: Discord documentation, topics/opcodes-and-status-codes.</remarks>
public sealed class DiscordApiException : Exception
{
    /// <summary>An error of a call.</summary>
    /// <param name="call">Method and template.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">Discord's own code; 0 where it gave none.</param>
    /// <param name="reason">What Discord says, with the fields that it dislikes.</param>
    internal DiscordApiException(string call, HttpStatusCode status, int code, string reason)
        : base($"{call} was answered with {(int)status}, code {code}: {reason}") => (Status, Code) = (status, code);

    /// <summary>HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Discord's own code; 0 where it gave none.</summary>
    public int Code { get; }

    /// <summary>The interaction is unknown: answered too late, or its token has ended.</summary>
    public bool IsInteractionOver => Code is 10062 or 10015 or 50027;

    /// <summary>The interaction already has its first answer.</summary>
    public bool IsAlreadyAnswered => Code is 40060;

    /// <summary>The channel or message is gone, or closed to the bot.</summary>
    public bool IsTargetGone => Code is 10003 or 10004 or 10008 or 50001 or 50007 or 50013 or 50083;
}
