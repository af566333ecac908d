using System.Net;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram;

/// <summary>The way to Telegram: turn → time limit → token → network. No logging handler is on it, and no trace sees the address with the token.</summary>
static class TelegramHttp
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>A connection is made anew now and then, to follow changes of the address.</summary>
    static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(10);

    public static HttpClient Create(TelegramOptions options, TimeProvider time)
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
        var token = new TokenHandler(options.Token) { InnerHandler = network };
        var timeout = new TimeoutHandler(options.RequestTimeout, time) { InnerHandler = token };
        var pace = new PaceHandler(new Pace(time) { IsLimited = options.IsPaced }, time) { InnerHandler = timeout };
        return new HttpClient(pace) { BaseAddress = options.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
    }
}
