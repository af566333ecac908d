using MusicFlow.Discord.Protocol.Rest;
using MusicFlow.Testing.Discord;

namespace MusicFlow.Discord.Tests.Protocol;

/// <summary>Connects clients to the emulator.</summary>
static class EmulatorHttp
{
    /// <summary>An HTTP client as the module makes it.</summary>
    public static HttpClient Http(DiscordEmulator discord, TimeProvider time, RateLimits? limits = null)
    {
        var handler = new RateLimitHandler(limits ?? new RateLimits(time), time) { InnerHandler = new SocketsHttpHandler { ActivityHeadersPropagator = null } };
        var http = new HttpClient(handler) { BaseAddress = discord.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1.0)");
        return http;
    }
}
