using Microsoft.Extensions.Logging;
using MusicFlow.Web.Traffic;

namespace MusicFlow.Web;

internal static partial class Log
{
    public static void Answered(this ILogger<ActivityLog> log, ActivityLine line) =>
        log.Answered(line.Method, line.Route, line.Status, line.Milliseconds, line.Client);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds} ms {Client}")]
    static partial void Answered(this ILogger log, string method, string route, int status, double milliseconds, string client);
}
