using System.Net;
using System.Threading.RateLimiting;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace MusicFlow.Catalogs.Http;

/// <summary>Sends requests to one provider the way it wants: no faster than agreed, not while it wants to be left alone, never for long, and once more where it stumbled.</summary>
/// <remarks>
/// From the outside in: gate (Retry-After up to a day) → retry (once; network and 5xx) → circuit breaker (five failures of ten, 30 s) → rate limiter → timeout → network.
/// Bodies are read whole inside the timeout, up to a limit. Throws only <see cref="ProviderException"/>, and <see cref="OperationCanceledException"/> for the caller's own cancellation. Thread-safe.
/// </remarks>
internal sealed class PoliteHandler(string provider, ProviderOptions options, TimeProvider time) : DelegatingHandler
{
    const int LargestBody = 2 << 20;
    const int LongestQueue = 16;

    readonly RetryAfterGate gate = new(time);
    readonly ResiliencePipeline<HttpResponseMessage> pipeline = Pipeline(time);
    readonly RateLimiter limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.Burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1 / options.Rate),
        QueueLimit = LongestQueue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        AutoReplenishment = true,
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (gate.ClosedFor is { } left)
            throw new ProviderException(provider, ProviderFault.Busy, $"{provider} wants to be left alone for another {Words(left)}.") { RetryAfter = left };
        try
        {
            var response = await pipeline.ExecuteAsync(async ct => await SendOnceAsync(request, ct), cancellationToken);
            if (response.StatusCode is HttpStatusCode.TooManyRequests || (response.StatusCode is HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null))
                gate.Close(gate.Read(response.Headers.RetryAfter));
            return response;
        }
        catch (BrokenCircuitException cause)
        {
            throw new ProviderException(provider, ProviderFault.Away, $"{provider} failed several times and is left alone for a moment.", cause);
        }
        catch (HttpRequestException cause)
        {
            throw new ProviderException(provider, ProviderFault.Away, $"{provider} cannot be reached ({cause.HttpRequestError}).", cause);
        }
    }

    /// <summary>Leaves the provider alone; for those that say "too many" inside an answer of status 200.</summary>
    public void LeaveAlone(TimeSpan? retryAfter) => gate.Close(retryAfter);

    async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var lease = await limiter.AcquireAsync(1, ct);
        if (!lease.IsAcquired)
            throw new ProviderException(provider, ProviderFault.Busy, $"Too many questions to {provider} wait already.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var timer = time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, options.Timeout, Timeout.InfiniteTimeSpan);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(LargestBody, limit.Token);
            return response;
        }
        catch (HttpRequestException cause) when (cause.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            response?.Dispose();
            throw new ProviderException(provider, ProviderFault.Garbled, $"{provider} answered with more than {LargestBody >> 20} MB.", cause);
        }
        catch (OperationCanceledException cause) when (!ct.IsCancellationRequested)
        {
            response?.Dispose();
            throw new ProviderException(provider, ProviderFault.Slow, $"{provider} did not answer within {Words(options.Timeout)}.", cause);
        }
        catch
        {
            response?.Dispose();
            throw;
        }
    }

    static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider time) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: HttpRequestException } or { Result.StatusCode: HttpStatusCode.BadGateway or HttpStatusCode.InternalServerError or HttpStatusCode.GatewayTimeout }),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(150),
            UseJitter = true,
            OnRetry = args =>
            {
                args.Outcome.Result?.Dispose();
                return ValueTask.CompletedTask;
            },
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome is { Exception: HttpRequestException or ProviderException { Fault: ProviderFault.Slow } } or { Result.StatusCode: >= HttpStatusCode.InternalServerError }),
            FailureRatio = 0.5,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(60),
            BreakDuration = TimeSpan.FromSeconds(30),
        })
        .Build();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            limiter.Dispose();
        base.Dispose(disposing);
    }

    static string Words(TimeSpan time) => time.TotalSeconds < 120
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes)} minutes");
}
