using Microsoft.Extensions.Logging;

namespace MusicFlow.Telegram;

/// <summary>Every line that this project logs; none with a token, a name or a text of people.</summary>
static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Telegram as @{Bot} by {Way}.")]
    public static partial void Connected(this ILogger log, string bot, string way);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Telegram refuses the token ({Code}). Set Telegram:Token to the one that @BotFather shows under /mybots, API Token, and start again.")]
    public static partial void TokenRefused(this ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Somebody else reads this bot's updates: {Description}. Stop the other program, or give one of them a token of its own.")]
    public static partial void Conflict(this ILogger log, string description);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not answer; the next attempt follows in {Seconds} s. {Reason}")]
    public static partial void PollFailed(this ILogger log, double seconds, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The last updates could not be confirmed to Telegram and may come again: {Reason}.")]
    public static partial void NotConfirmed(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer did not reach Telegram.")]
    public static partial void AnswerNotSent(this ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "An answer went nowhere: the chat is closed to the bot.")]
    public static partial void ChatGone(this ILogger log);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The bot {Change} a chat.")]
    public static partial void MembershipChanged(this ILogger log, string change);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not say who runs a group; the command is taken as from an ordinary member. {Reason}")]
    public static partial void RoleUnknown(this ILogger log, string reason);
}
