using System.Net;
using System.Reflection;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Discord;

/// <summary>The way to Discord: limits and repeats → network. No logging handler is on it, and no trace sees an address with a token.</summary>
static class DiscordHttp
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>A connection is made anew now and then, to follow changes of the address.</summary>
    static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(10);

    /// <summary>Who we are, as Discord demands it: name, address, version.</summary>
    public static string UserAgent { get; } =
        $"DiscordBot (https://github.com/musicflow/musicflow-bot, {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0"})";

    public static HttpClient Create(DiscordOptions options, TimeProvider time)
    {
        var network = new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTime,
            PooledConnectionLifetime = ConnectionLife,
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            // The built-in tracing would note the whole address.
            ActivityHeadersPropagator = null,
        };
        var limited = new RateLimitHandler(new RateLimits(time, options.RequestsPerSecond), time) { InnerHandler = network };
        var http = new HttpClient(limited) { BaseAddress = WithSlash(options.BaseAddress), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        return http;
    }

    /// <summary>Without the slash, the last part of the address would be lost.</summary>
    static Uri WithSlash(Uri address) => address.AbsoluteUri.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
}
