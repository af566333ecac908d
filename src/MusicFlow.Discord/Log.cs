using Microsoft.Extensions.Logging;

namespace MusicFlow.Discord;

/// <summary>Every line that this project logs. No tokens, no texts of people.</summary>
static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Shard {Shard} of {Count} receives events.")]
    public static partial void ShardActive(this ILogger log, int shard, int count);

    [LoggerMessage(3002, LogLevel.Information, "Shard {Shard} lost its connection (close code {CloseCode}); it has a session to resume: {MayResume}; it connects again in {Wait}.")]
    public static partial void ShardDisconnected(this ILogger log, int shard, int? closeCode, bool mayResume, TimeSpan wait);

    [LoggerMessage(3003, LogLevel.Warning, "Shard {Shard} cannot reach Discord.")]
    public static partial void GatewayUnreachable(this ILogger log, int shard, Exception exception);

    [LoggerMessage(3004, LogLevel.Warning, "Shard {Shard} received a message that is no JSON object ({Kind}).")]
    public static partial void GatewayMessageUnreadable(this ILogger log, int shard, string kind);

    [LoggerMessage(3005, LogLevel.Error, "Shard {Shard} lost an interaction: too many wait for their first answer.")]
    public static partial void InteractionLost(this ILogger log, int shard);

    [LoggerMessage(3006, LogLevel.Critical, "All session starts of this bot are used up; the next is possible in {Wait}.")]
    public static partial void SessionStartsUsedUp(this ILogger log, TimeSpan wait);

    [LoggerMessage(3010, LogLevel.Warning, "An interaction got no answer.")]
    public static partial void InteractionFailed(this ILogger log, Exception exception);

    [LoggerMessage(3011, LogLevel.Information, "An answer came after its interaction was over ({Reason}).")]
    public static partial void AnswerTooLate(this ILogger log, string reason);

    [LoggerMessage(3012, LogLevel.Information, "Discord has other commands than this program; {Count} were registered.")]
    public static partial void CommandsRegistered(this ILogger log, int count);

    [LoggerMessage(3013, LogLevel.Debug, "Discord has the same {Count} commands as this program.")]
    public static partial void CommandsUnchanged(this ILogger log, int count);

    [LoggerMessage(3014, LogLevel.Debug, "A request to the interactions endpoint was refused ({Reason}).")]
    public static partial void RequestRefused(this ILogger log, string reason);

    [LoggerMessage(3015, LogLevel.Warning, "The commands could not be registered; the ones that Discord knows stay.")]
    public static partial void RegistrationFailed(this ILogger log, Exception exception);

    [LoggerMessage(3016, LogLevel.Critical, "Discord refuses the bot for good; it is not on Discord until the program is started anew. {Reason}")]
    public static partial void Refused(this ILogger log, string reason);

    [LoggerMessage(3017, LogLevel.Warning, "Discord refused a card; it is sent without its picture.")]
    public static partial void CardRefused(this ILogger log, Exception exception);
}
