using Microsoft.Extensions.Logging;

namespace MusicFlow.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Database migrated: {Migration}")]
    public static partial void Migrated(this ILogger log, string migration);
}
