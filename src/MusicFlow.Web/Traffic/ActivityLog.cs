using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace MusicFlow.Web.Traffic;

/// <summary>Writes one line per request: what was asked of which endpoint, how it ended and how long it took. No address, no query, no text of a person.</summary>
/// <remarks>How long lines are kept is the log's business: see the retention setting of the host.</remarks>
internal sealed class ActivityLog(RequestDelegate next, ILogger<ActivityLog> log, ClientAlias alias, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            await next(http);
            return;
        }
        var start = clock.GetTimestamp();
        // Read now: a failing request loses its endpoint on the way to the answer.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";
        await next(http);
        var line = new ActivityLine(
            http.Request.Method is { Length: <= 7 } method ? method : "other",
            route,
            http.Response.StatusCode,
            Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 1),
            alias.Of(http.Connection.RemoteIpAddress));
        log.Answered(line);
    }
}

/// <summary>One line of the activity log.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Pattern of the endpoint, not the path: paths can hold what people typed.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Milliseconds">Time to answer.</param>
/// <param name="Client">Name of the client, see <see cref="ClientAlias"/>.</param>
internal readonly record struct ActivityLine(string Method, string Route, int Status, double Milliseconds, string Client);
