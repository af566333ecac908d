using System.Net;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Sends a call when its limits allow, and again where that is right: after a 429, and after a failure where doing it twice does no harm. Thread-safe.</summary>
/// <remarks>Stands below <see cref="HttpClient"/>. Requests must carry <see cref="ApiCall.Key"/> and content that can be read twice.</remarks>
sealed class RateLimitHandler(RateLimits limits, TimeProvider time) : DelegatingHandler
{
    /// <summary>Times that a call is sent again after 429.</summary>
    internal const int MostRefusals = 5;

    /// <summary>How long one attempt may take.</summary>
    static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Pauses before a failed idempotent call is sent again.</summary>
    internal static readonly IReadOnlyList<TimeSpan> RetryPauses = [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    /// <inheritdoc/>
    /// <exception cref="TimeoutException">Discord did not answer in time.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = request.Options.TryGetValue(ApiCall.Key, out var known) ? known : throw new ArgumentException("The request carries no call.", nameof(request));
        for (int refusals = 0, failures = 0; ;)
        {
            var (response, failure) = await AttemptAsync(call, request, cancellationToken);
            if (response is { StatusCode: HttpStatusCode.TooManyRequests })
            {
                if (++refusals > MostRefusals || RateLimitHeaders.Of(response).IsBlocked) return response;
                response.Dispose();
                continue;
            }
            var isFailed = response is null || (int)response.StatusCode >= 500;
            if (!isFailed || failures == RetryPauses.Count || !MayRepeat(call, failure))
                return response ?? throw failure!;
            response?.Dispose();
            await Task.Delay(RetryPauses[failures++], time, cancellationToken);
        }
    }

    async Task<(HttpResponseMessage? Response, Exception? Failure)> AttemptAsync(ApiCall call, HttpRequestMessage request, CancellationToken ct)
    {
        var permit = await limits.AcquireAsync(call, ct);
        RateLimitHeaders? answer = null;
        using var timeout = new CancellationTokenSource(AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            var response = await base.SendAsync(request, either.Token);
            answer = RateLimitHeaders.Of(response);
            return (response, null);
        }
        catch (HttpRequestException failure)
        {
            return (null, failure);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, new TimeoutException($"{call.Name} took longer than {AttemptTimeout.TotalSeconds:0} s."));
        }
        finally
        {
            permit.Complete(answer);
        }
    }

    /// <summary>Idempotent calls may; others only where nothing was sent, for no connection came about.</summary>
    static bool MayRepeat(ApiCall call, Exception? failure) =>
        call.IsIdempotent || failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };
}
