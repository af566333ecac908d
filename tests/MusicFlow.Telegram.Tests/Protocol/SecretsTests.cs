using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Protocol;

/// <summary>Where the token must never stand.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task The_token_stands_in_no_log_trace_event_or_exception()
    {
        var seen = new ConcurrentQueue<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.OperationName} {activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(@event => @event.Tags))}"),
        };
        ActivitySource.AddActivityListener(traces);
        using var events = new Events(seen);
        // A token of its own: other tests run beside this one.
        await using var bot = await TelegramBot.StartAsync(new EmulatorSettings { Token = "777:Only_this-test_knows_it" });
        var token = bot.Telegram.Token;

        bot.People.Say("/help");
        await bot.Telegram.CallAsync("sendMessage");
        bot.Telegram.Faults.Plan("sendMessage", new Fault.Cut(IsDone: false), new Fault.Page(502), Fault.Refuse(400, "Bad Request: nothing"));
        for (var fault = 0; fault < 3; fault++) seen.Enqueue((await Assert.ThrowsAnyAsync<Exception>(() => bot.Get<TelegramClient>().SendMessageAsync(new SendMessage(1, "x"), CancellationToken.None))).ToString());
        await bot.Telegram.StopAsync();
        seen.Enqueue((await Assert.ThrowsAnyAsync<Exception>(() => bot.Get<TelegramClient>().SendMessageAsync(new SendMessage(1, "x"), CancellationToken.None))).ToString());
        foreach (var line in bot.Log.Lines) seen.Enqueue($"{line.Text} {line.Exception}");

        Assert.Contains(seen, line => line.Contains("sendMessage", StringComparison.Ordinal));
        Assert.Contains(seen, line => line.StartsWith("event RequestStart", StringComparison.Ordinal));
        Assert.DoesNotContain(seen, line => line.Contains(token.Split(':')[1], StringComparison.OrdinalIgnoreCase) && !line.Contains("Microsoft-AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_webhook_secret_does_not_tell_the_token()
    {
        var options = new TelegramOptions { Token = "1:abcdefghij" };

        Assert.Matches("^[0-9a-f]{64}$", options.SecretToken);
        Assert.NotEqual(options.SecretToken, new TelegramOptions { Token = "1:abcdefghik" }.SecretToken);
        Assert.Equal("mine", new TelegramOptions { Token = options.Token, WebhookSecret = "mine" }.SecretToken);
        await Task.CompletedTask;
    }

    /// <summary>Listens to everything that the network code of .NET tells profilers about requests it sends.</summary>
    sealed class Events(ConcurrentQueue<string> seen) : EventListener
    {
        readonly ConcurrentQueue<string>? seen = seen;

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http") EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => seen?.Enqueue($"event {eventData.EventName} {string.Join(' ', eventData.Payload ?? (IReadOnlyList<object?>)[])}");
    }
}
