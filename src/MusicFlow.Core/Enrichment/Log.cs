using Microsoft.Extensions.Logging;

namespace MusicFlow.Core.Enrichment;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} was skipped: {Reason}")]
    public static partial void ProviderSkipped(this ILogger log, string provider, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Provider} answered with another recording than was asked for; the answer was dropped")]
    public static partial void OtherRecording(this ILogger log, string provider);

    [LoggerMessage(Level = LogLevel.Information, Message = "Some providers were given up after {Limit}")]
    public static partial void ProvidersGivenUp(this ILogger log, TimeSpan limit);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Facts of a track could not be stored")]
    public static partial void FactsNotStored(this ILogger log, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Facts that may not be kept any longer could not be deleted")]
    public static partial void NotExpired(this ILogger log, Exception cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A track could not be refreshed")]
    public static partial void NotRefreshed(this ILogger log, Exception cause);
}
