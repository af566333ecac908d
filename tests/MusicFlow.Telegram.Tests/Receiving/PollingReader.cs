using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Testing;
using MusicFlow.Testing.Telegram;

namespace MusicFlow.Telegram.Tests.Receiving;

/// <summary>A poller that runs.</summary>
public sealed class PollingReader : IAsyncDisposable
{
    readonly CancellationTokenSource stop = new();
    readonly TelegramPoller poller;

    public PollingReader(TelegramEmulator telegram, Func<Update, Task> handle)
    {
        var options = new TelegramOptions { Token = telegram.Token, BaseAddress = telegram.BaseAddress, PollTimeout = TimeSpan.FromSeconds(1) };
        poller = new TelegramPoller(new TelegramClient(TelegramHttp.Create(options, TimeProvider.System)), Options.Create(options), new UpdateLedger(), TimeProvider.System, new LoggerFactory([Log]).CreateLogger<TelegramPoller>());
        Running = poller.RunAsync(
            update =>
            {
                lock (Seen) Seen.Add(update);
                return handle(update);
            }, stop.Token);
    }

    public CollectingLog Log { get; } = new();

    public List<Update> Seen { get; } = [];

    public Task Running { get; }

    public Task SeenAsync(int count) => UntilAsync(() => Seen.Count >= count);

    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition()) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>Reads no further; confirms nothing yet.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await poller.ConfirmAsync();
        stop.Dispose();
    }
}
