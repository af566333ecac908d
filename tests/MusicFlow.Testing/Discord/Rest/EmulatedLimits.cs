using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>Keeps limits as Discord does: a hash for each route, a window for each hash and resource, and refusals ordered by a test. Thread-safe.</summary>
public sealed class EmulatedLimits(DiscordEmulatorOptions options)
{
    readonly ConcurrentDictionary<(string, string), Window> windows = new();
    readonly ConcurrentQueue<(string Scope, double RetryAfter)> ordered = new();

    /// <summary>Refusals given.</summary>
    public int Refusals { get; private set; }

    /// <summary>Refuses the next request.</summary>
    /// <param name="scope"><c>user</c>, <c>global</c>, <c>shared</c>, or <c>cloudflare</c> for the network before Discord.</param>
    /// <param name="retryAfter">Seconds.</param>
    public void RefuseNext(string scope, double retryAfter) => ordered.Enqueue((scope, retryAfter));

    /// <summary>Counts a request and tells the limit in its headers.</summary>
    /// <exception cref="DiscordFaultException">429.</exception>
    internal void Count(HttpContext http, string template, string resource)
    {
        if (ordered.TryDequeue(out var order)) throw Refuse(http, order.Scope, order.RetryAfter);
        if (!options.HasLimits) return;
        var hash = $"{(uint)string.GetHashCode(template, StringComparison.Ordinal):x8}";
        var window = windows.GetOrAdd((hash, resource), _ => new Window());
        var (remaining, resetAfter) = window.Take(options);
        var headers = http.Response.Headers;
        headers["X-RateLimit-Bucket"] = hash;
        headers["X-RateLimit-Limit"] = Number(options.BucketLimit);
        headers["X-RateLimit-Remaining"] = Number(Math.Max(0, remaining));
        headers["X-RateLimit-Reset-After"] = Number(resetAfter);
        headers["X-RateLimit-Reset"] = Number(options.Time.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0 + resetAfter);
        if (remaining < 0) throw Refuse(http, "user", resetAfter);
    }

    DiscordFaultException Refuse(HttpContext http, string scope, double retryAfter)
    {
        Refusals++;
        if (scope == "cloudflare") return new DiscordFaultException(429, -1, "<html>error code: 1015</html>");
        http.Response.Headers["Retry-After"] = Number(Math.Ceiling(retryAfter));
        http.Response.Headers["X-RateLimit-Scope"] = scope;
        if (scope == "global") http.Response.Headers["X-RateLimit-Global"] = "true";
        return new DiscordFaultException(429, 0, "You are being rate limited.") { RetryAfter = retryAfter };
    }

    static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    sealed class Window
    {
        readonly Lock gate = new();
        DateTimeOffset end;
        int left;

        public (int Remaining, double ResetAfter) Take(DiscordEmulatorOptions options)
        {
            lock (gate)
            {
                var now = options.Time.GetUtcNow();
                if (now >= end) (left, end) = (options.BucketLimit, now + options.BucketWindow);
                left--;
                return (left, (end - now).TotalSeconds);
            }
        }
    }
}
