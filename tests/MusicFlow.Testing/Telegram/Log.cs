using Microsoft.Extensions.Logging;

namespace MusicFlow.Testing.Telegram;

/// <summary>What the emulator says when it runs alone.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Telegram at {Address} for the token {Token}")]
    public static partial void Started(this ILogger log, Uri address, string token);
}
