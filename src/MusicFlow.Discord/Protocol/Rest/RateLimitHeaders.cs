using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>What an answer tells about limits.</summary>
/// <remarks>Source: Discord documentation, topics/rate-limits.</remarks>
/// <param name="Bucket">Names the limit that several calls share; <see langword="null"/> where there is none.</param>
/// <param name="Limit">Calls in one window.</param>
/// <param name="Remaining">Of those, still left.</param>
/// <param name="ResetAfter">Time until the window ends.</param>
sealed record RateLimitHeaders(string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter)
{
    /// <summary>How long to wait, on a refusal; <see langword="null"/> on any other answer.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the refusal is for all calls of the bot.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether others used the limit up; such a refusal is not held against us.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the refusal came from the network before Discord, which blocks for minutes.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Whether the answer counts towards the limit of invalid requests.</summary>
    public bool IsInvalidRequest { get; init; }

    /// <summary>Reads an answer.</summary>
    public static RateLimitHeaders Of(HttpResponseMessage response)
    {
        var headers = response.Headers;
        var isRefusal = response.StatusCode == HttpStatusCode.TooManyRequests;
        var scope = Text(headers, "X-RateLimit-Scope");
        var isGlobal = Text(headers, "X-RateLimit-Global") is { } text && bool.TryParse(text, out var flag) && flag || scope == "global";
        var isFromDiscord = response.Content.Headers.ContentType?.MediaType == "application/json";
        return new(Text(headers, "X-RateLimit-Bucket"), (int?)Number(headers, "X-RateLimit-Limit"), (int?)Number(headers, "X-RateLimit-Remaining"), Seconds(headers, "X-RateLimit-Reset-After"))
        {
            RetryAfter = isRefusal ? Seconds(headers, "Retry-After") ?? Seconds(headers, "X-RateLimit-Reset-After") ?? TimeSpan.FromSeconds(1) : null,
            IsGlobal = isRefusal && isGlobal,
            IsShared = isRefusal && scope == "shared",
            IsBlocked = !isFromDiscord && scope is null && response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden,
            IsInvalidRequest = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden || (isRefusal && scope != "shared"),
        };
    }

    static string? Text(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;

    static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e9 ? number : null;

    static TimeSpan? Seconds(HttpResponseHeaders headers, string name) => Number(headers, name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}
