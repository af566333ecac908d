using Microsoft.Extensions.Logging;

namespace MusicFlow.Chat;

/// <summary>Everything this project logs. Never what a person wrote.</summary>
static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Command {Command} failed on {Platform}, reference {Reference}")]
    public static partial void CommandFailed(this ILogger log, string command, string platform, string reference, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The answer to a message could not be delivered")]
    public static partial void WorkFailed(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages were still unanswered when the time to stop was over")]
    public static partial void Undrained(this ILogger log, int count);
}
