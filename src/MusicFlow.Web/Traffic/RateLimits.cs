using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace MusicFlow.Web.Traffic;

/// <summary>Limits how often one client may ask: a token bucket each, thrown away when the client has been quiet.</summary>
internal sealed class RateLimits(IOptions<WebOptions> web) : IConfigureOptions<RateLimiterOptions>
{
    const int SecondsPerMinute = 60;

    public void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = RefuseAsync;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsFree(http)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(ClientNetwork.Of(http.Connection.RemoteIpAddress), _ => Bucket()));
    }

    /// <summary>Files that every page needs, and the questions of a load balancer, are answered always.</summary>
    bool IsFree(HttpContext http) => web.Value.RequestsPerMinute == 0 || http.GetEndpoint()?.Metadata.GetMetadata<Unlimited>() is not null;

    TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = web.Value.RequestBurst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) / web.Value.RequestsPerMinute,
        QueueLimit = 0,
    };

    async ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = Math.Max(1, (int)Math.Ceiling((double)SecondsPerMinute / web.Value.RequestsPerMinute));
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Failures.AnswerAsync(rejected.HttpContext, new Api.Refusal(
            StatusCodes.Status429TooManyRequests, "rate_limit", $"Too many requests: wait {wait} s, then ask at most {web.Value.RequestsPerMinute} times a minute."));
    }
}

/// <summary>Marks an endpoint that no rate limit stops.</summary>
internal sealed class Unlimited
{
    /// <summary>The mark.</summary>
    public static Unlimited Mark { get; } = new();
}
