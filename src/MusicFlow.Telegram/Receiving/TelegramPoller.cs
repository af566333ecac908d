using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Receiving;

/// <summary>Asks Telegram for news, for ever. Confirms an update when it is handled; reconnects by itself; never spins.</summary>
sealed class TelegramPoller(TelegramClient client, IOptions<TelegramOptions> options, UpdateLedger ledger, TimeProvider time, ILogger<TelegramPoller> log)
{
    /// <summary>How long a page of updates may keep the next one waiting. Asking sooner for the same page makes Telegram answer with one update only.</summary>
    static readonly TimeSpan PageTime = TimeSpan.FromMilliseconds(600);

    static readonly TimeSpan LastCall = TimeSpan.FromSeconds(3);

    readonly Backoff conflicts = new(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1));
    readonly Backoff failures = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    /// <summary>The first update that is not handled, as far as it is known; what Telegram is asked for.</summary>
    long? offset;

    /// <summary>What follows the last update that came; <see langword="null"/> before the first.</summary>
    long? next;

    /// <summary>Reads until it is cancelled, or until Telegram refuses the token.</summary>
    /// <param name="handle">Handles one update; its task ends when that is done.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task RunAsync(Func<Update, Task> handle, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var updates = await client.GetUpdatesAsync(Request((int)options.Value.PollTimeout.TotalSeconds), ct);
                conflicts.Reset();
                failures.Reset();
                if (updates.Count > 0) await TakeAsync(updates, handle, ct);
            }
            catch (TelegramApiException ex) when (ex.IsTokenRefused)
            {
                log.TokenRefused(ex.Code);
                return;
            }
            catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException && !ct.IsCancellationRequested)
            {
                await Task.Delay(WaitAfter(ex), time, ct);
            }
        }
    }

    /// <summary>Tells Telegram what was handled since the last page, so that it does not come again after a restart.</summary>
    public async Task ConfirmAsync()
    {
        if (next is null) return;
        using var end = new CancellationTokenSource(LastCall, time);
        try
        {
            offset = ledger.LowestOpen() ?? next;
            await client.GetUpdatesAsync(Request(timeout: 0) with { Limit = 1 }, end.Token);
        }
        catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException or OperationCanceledException)
        {
            log.NotConfirmed(ex.GetType().Name);
        }
    }

    GetUpdates Request(int timeout) => new(timeout, TelegramInbound.Kinds) { Offset = offset };

    async Task TakeAsync(IReadOnlyList<Update> updates, Func<Update, Task> handle, CancellationToken ct)
    {
        foreach (var update in updates) _ = ledger.Take(update.UpdateId, () => handle(update));
        var before = offset;
        next = updates[^1].UpdateId + 1;
        await Task.WhenAny(ledger.WhenAllAsync(), Task.Delay(PageTime, time, ct));
        offset = ledger.LowestOpen() ?? next;
        if (offset == before) await Task.Delay(PageTime, time, ct);
    }

    TimeSpan WaitAfter(Exception ex)
    {
        if (ex is TelegramApiException { Code: 409 } conflict)
        {
            log.Conflict(conflict.Description);
            return conflicts.Next();
        }
        var wait = failures.Next();
        if (ex is TelegramApiException { RetryAfter: { } asked } && asked > wait) wait = asked;
        log.PollFailed(wait.TotalSeconds, ex.Message);
        return wait;
    }
}
