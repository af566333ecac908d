using Microsoft.Extensions.Logging;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Receiving;

/// <summary>Long polling, path by path.</summary>
public sealed class TelegramPollerTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_is_confirmed_when_it_is_handled_and_not_before()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var go = new TaskCompletionSource();
        await using var reader = new PollingReader(telegram, _ => go.Task);

        telegram.People.Say("hello");
        await reader.SeenAsync(1);
        await telegram.CallAsync("getUpdates", 3);
        var before = telegram.PendingUpdates;
        go.SetResult();
        await PollingReader.UntilAsync(() => telegram.PendingUpdates == 0);

        Assert.Equal(1, before);
        Assert.Single(reader.Seen);
    }

    [Fact]
    public async Task While_one_is_slow_the_others_are_read_and_nothing_spins()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var go = new TaskCompletionSource();
        await using var reader = new PollingReader(telegram, update => update.Message!.Text == "slow" ? go.Task : Task.CompletedTask);

        telegram.People.Say("slow");
        await reader.SeenAsync(1);
        telegram.People.Say("quick");
        await reader.SeenAsync(2);
        var start = TimeProvider.System.GetTimestamp();
        var calls = telegram.Calls.Count;
        await telegram.CallAsync("getUpdates", calls + 3);
        var took = TimeProvider.System.GetElapsedTime(start);
        go.SetResult();

        Assert.True(took > TimeSpan.FromSeconds(1.5), $"Three polls took {took}.");
        await PollingReader.UntilAsync(() => telegram.PendingUpdates == 0);
    }

    [Fact]
    public async Task It_asks_for_the_kinds_it_understands()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        await using var reader = new PollingReader(telegram, _ => Task.CompletedTask);

        telegram.People.Say("x");
        await reader.SeenAsync(1);

        Assert.Equal(TelegramInbound.Kinds, telegram.AllowedUpdates);
    }

    [Fact]
    public async Task A_conflict_is_told_and_waited_out()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.Faults.Plan("getUpdates", Fault.Refuse(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        var start = TimeProvider.System.GetTimestamp();
        await using var reader = new PollingReader(telegram, _ => Task.CompletedTask);

        telegram.People.Say("x");
        await reader.SeenAsync(1);

        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromSeconds(2.9));
        Assert.Contains(reader.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("Somebody else reads", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_breaks_it_reads_on()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.Faults.Plan("getUpdates", new Fault.Page(502), new Fault.Cut(IsDone: false));
        await using var reader = new PollingReader(telegram, _ => Task.CompletedTask);

        telegram.People.Say("x");
        await reader.SeenAsync(1);

        Assert.Equal(2, reader.Log.Lines.Count(line => line.Level == LogLevel.Warning));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task A_refused_token_ends_it_with_advice(int code)
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        telegram.Faults.Plan("getUpdates", Fault.Refuse(code, "Unauthorized"));
        await using var reader = new PollingReader(telegram, _ => Task.CompletedTask);

        await reader.Running.WaitAsync(Stop);

        Assert.Contains("@BotFather", Assert.Single(reader.Log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_failed_before_a_stop_comes_again_and_what_was_handled_does_not()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        await using (var first = new PollingReader(telegram, update => update.Message!.Text == "stuck" ? Task.FromCanceled(new CancellationToken(true)) : Task.CompletedTask))
        {
            telegram.People.Say("done");
            await first.SeenAsync(1);
            telegram.People.Say("stuck");
            await first.SeenAsync(2);
        }
        await using var second = new PollingReader(telegram, _ => Task.CompletedTask);

        await second.SeenAsync(1);
        await PollingReader.UntilAsync(() => telegram.PendingUpdates == 0);

        Assert.Equal(["stuck"], second.Seen.Select(update => update.Message!.Text));
    }

    [Fact]
    public async Task What_is_handled_only_after_the_reading_has_stopped_is_confirmed_all_the_same()
    {
        await using var telegram = await TelegramEmulator.StartAsync();
        var go = new TaskCompletionSource();
        var reader = new PollingReader(telegram, _ => go.Task);
        telegram.People.Say("last words");
        await reader.SeenAsync(1);

        await reader.StopAsync();
        go.SetResult();
        await reader.DisposeAsync();

        Assert.Equal(0, telegram.PendingUpdates);
    }

    [Fact]
    public void Waits_double_up_to_the_longest_and_begin_anew_after_success()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(60));

        var waits = Enumerable.Range(0, 7).Select(_ => backoff.Next().TotalSeconds).ToList();
        backoff.Reset();

        Assert.Equal([3, 6, 12, 24, 48, 60, 60], waits);
        Assert.Equal(3, backoff.Next().TotalSeconds);
    }
}
