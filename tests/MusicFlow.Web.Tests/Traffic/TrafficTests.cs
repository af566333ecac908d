using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MusicFlow.Web.Traffic;

namespace MusicFlow.Web.Tests.Traffic;

/// <summary>What every request passes on its way: ids, headers, limits, the activity log.</summary>
public sealed class TrafficTests
{
    const string Prediction = "/api/prediction/?song=The+Less+I+Know+The+Better&artist=Tame+Impala";

    [Theory]
    [InlineData("my-request.42", true)]
    [InlineData("", false)]
    [InlineData("<script>", false)]
    [InlineData("a b", false)]
    public async Task A_sane_request_id_is_kept_and_any_other_replaced(string offered, bool isKept)
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/info");
        request.Headers.TryAddWithoutValidation("X-Request-Id", offered);

        var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(isKept, Assert.Single(response.Headers.GetValues("X-Request-Id")) == offered);
    }

    [Fact]
    public async Task An_overlong_request_id_is_replaced()
    {
        await using var site = await TestSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/info");
        request.Headers.Add("X-Request-Id", new string('a', 65));

        var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(16, Assert.Single(response.Headers.GetValues("X-Request-Id")).Length);
    }

    [Theory]
    [InlineData("/api/info")]
    [InlineData("/api/nothing")]
    [InlineData("/healthz/live")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var site = await TestSite.StartAsync();

        var response = await site.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Who_asks_too_much_gets_429_and_is_told_when_to_return()
    {
        await using var site = await TestSite.StartAsync(settings: new() { ["Web:RequestsPerMinute"] = "6", ["Web:RequestBurst"] = "2" });

        HttpResponseMessage[] responses = [await site.GetAsync(Prediction), await site.GetAsync(Prediction), await site.GetAsync(Prediction)];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], responses.Select(response => response.StatusCode));
        Assert.Equal("10", Assert.Single(responses[2].Headers.GetValues("Retry-After")));
        var problem = await TestSite.JsonAsync(responses[2]);
        Assert.Equal(("rate_limit", "failed"), (problem.GetProperty("failure_type").GetString(), problem.GetProperty("status_text").GetString()));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task A_catalogue_that_does_not_answer_is_alive_but_not_ready()
    {
        await using var site = await TestSite.StartAsync(services: services => services.AddSingleton<Core.Tracks.ITrackCatalog>(new BrokenCatalog()));

        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.GetAsync("/healthz/ready")).StatusCode);
    }

    [Fact]
    public async Task The_activity_log_names_the_endpoint_and_neither_address_nor_question()
    {
        var lines = new ConcurrentQueue<string>();
        await using var site = await TestSite.StartAsync(services: services => services.AddLogging(logging => logging.AddProvider(new Collecting(lines))));

        await site.GetAsync(Prediction);
        await site.GetAsync("/api/secret-in-a-path");

        Assert.All(lines, line => Assert.DoesNotContain("127.0.0.1", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("Impala", line, StringComparison.OrdinalIgnoreCase));
        Assert.All(lines, line => Assert.DoesNotContain("secret", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("GET /api/prediction/ 200 ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("GET none 404 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_client_has_one_alias_a_day_and_another_tomorrow()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 1, 1, 23, 59, 0, TimeSpan.Zero));
        var aliases = new ClientAlias(clock);
        var today = aliases.Of(IPAddress.Loopback);

        Assert.Equal(today, aliases.Of(IPAddress.Loopback));
        Assert.NotEqual(today, aliases.Of(IPAddress.Broadcast));
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.NotEqual(today, aliases.Of(IPAddress.Loopback));
    }

    [Theory]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:3::4", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void Addresses_of_one_network_are_one_client(string left, string right, bool isOne) =>
        Assert.Equal(isOne, ClientNetwork.Of(IPAddress.Parse(left)) == ClientNetwork.Of(IPAddress.Parse(right)));

    sealed class TestClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    sealed class Collecting(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName.StartsWith("MusicFlow.", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
