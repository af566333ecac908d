using System.Net;
using System.Net.Http.Headers;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Tests.Protocol;

/// <summary>How fast calls leave, and when one is made again, on a clock that never waits.</summary>
public sealed class PaceTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 60, 57)]
    [InlineData(-1, 60, 138)]
    public async Task A_chat_gets_a_message_a_second_and_a_group_twenty_a_minute(long chat, int messages, double seconds)
    {
        var time = new SkippingTime();
        var (pace, start) = (new Pace(time), time.GetUtcNow());

        for (var sent = 0; sent < messages; sent++) await pace.WaitAsync(chat, Stop);

        Assert.Equal(seconds, (time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task All_chats_together_get_thirty_a_second()
    {
        var time = new SkippingTime();
        var (pace, start) = (new Pace(time), time.GetUtcNow());

        for (var sent = 0; sent < 100; sent++) await pace.WaitAsync(1 + sent, Stop);

        Assert.Equal(3, (time.GetUtcNow() - start).TotalSeconds);
    }

    [Fact]
    public async Task Whatever_chats_are_served_no_window_is_ever_too_full()
    {
        var time = new SkippingTime();
        var pace = new Pace(time);
        var random = new Random(7);
        var sent = new List<(long Chat, DateTimeOffset At)>();

        for (var at = 0; at < 2_000; at++)
        {
            var chat = random.Next(2) == 0 ? -1L - random.Next(3) : 1L + random.Next(40);
            await pace.WaitAsync(chat, Stop);
            sent.Add((chat, time.GetUtcNow()));
            if (random.Next(50) == 0) time.Advance(TimeSpan.FromSeconds(random.Next(90)));
        }

        Assert.All(sent.Zip(sent.Skip(30)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1)));
        foreach (var chat in sent.GroupBy(message => message.Chat))
        {
            Assert.All(chat.Zip(chat.Skip(3)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(3)));
            if (chat.Key < 0) Assert.All(chat.Zip(chat.Skip(20)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public async Task Too_many_requests_hold_that_chat_and_no_other()
    {
        var time = new SkippingTime();
        var pace = new Pace(time);
        using var http = Http(time, pace, _ => Answer(HttpStatusCode.TooManyRequests, retryAfter: 7), _ => Answer(HttpStatusCode.OK));

        using var response = await SendAsync(http, TelegramCall.Send("sendMessage", 5));
        await pace.WaitAsync(6, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([TimeSpan.FromSeconds(7)], time.Waits);
    }

    [Fact]
    public async Task Attempts_are_counted_and_each_wait_is_twice_the_one_before()
    {
        var time = new SkippingTime();
        var attempts = 0;
        using var http = Http(time, new Pace(time), _ =>
        {
            attempts++;
            return Answer(HttpStatusCode.BadGateway);
        });

        using var response = await SendAsync(http, TelegramCall.Edit("editMessageText", null));

        Assert.Equal((HttpStatusCode.BadGateway, PaceHandler.MostAttempts), (response.StatusCode, attempts));
        Assert.Equal(PaceHandler.Delays, time.Waits);
        Assert.Equal([0.25, 0.5, 1, 2], PaceHandler.Delays.Select(delay => delay.TotalSeconds));
    }

    [Theory]
    [InlineData("application/json", 2)]
    [InlineData("text/html", 1)]
    public async Task A_message_is_sent_again_only_if_telegram_itself_says_that_it_was_not(string type, int attempts)
    {
        var time = new SkippingTime();
        var sent = 0;
        using var http = Http(time, new Pace(time), _ => Answer(sent++ == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, type: type));

        using var response = await SendAsync(http, TelegramCall.Send("sendMessage", 5));

        Assert.Equal(attempts, sent);
    }

    [Fact]
    public async Task Polling_is_never_repeated_here()
    {
        var time = new SkippingTime();
        using var http = Http(time, new Pace(time), _ => Answer(HttpStatusCode.TooManyRequests, retryAfter: 1));

        using var response = await SendAsync(http, new TelegramCall("getUpdates") { Repeat = Repeat.Never });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Empty(time.Waits);
    }

    static async Task<HttpResponseMessage> SendAsync(HttpClient http, TelegramCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, call.Method);
        request.Options.Set(TelegramCall.Key, call);
        return await http.SendAsync(request, Stop);
    }

    static HttpClient Http(TimeProvider time, Pace pace, params Func<HttpRequestMessage, HttpResponseMessage>[] answers) =>
        new(new PaceHandler(pace, time) { InnerHandler = new Scripted(answers) }) { BaseAddress = new Uri("http://telegram.invalid/") };

    static HttpResponseMessage Answer(HttpStatusCode status, int? retryAfter = null, string type = "application/json")
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent("{}", new MediaTypeHeaderValue(type)) };
        if (retryAfter is { } seconds) response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds));
        return response;
    }

    /// <summary>Gives each answer once and the last one for ever.</summary>
    sealed class Scripted(Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        int next;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answers[Math.Min(next++, answers.Length - 1)](request));
    }
}
