using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram;

/// <summary>How updates come in: asked for by polling, or delivered to the webhook where its address is set.</summary>
sealed class TelegramConnection(TelegramClient client, TelegramPoller poller, BotIdentity identity, MovedChats moved, (IOptions<TelegramOptions> Options, TimeProvider Time, ILogger<TelegramConnection> Log) host)
{
    readonly Backoff failures = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    /// <summary>Who the bot is; <see langword="null"/> until Telegram was reached.</summary>
    public TelegramUser? Bot => identity.Bot;

    /// <summary>Groups that got another id.</summary>
    public MovedChats Moved => moved;

    /// <summary>Greets Telegram until it answers, then reads until it is cancelled.</summary>
    public async Task RunAsync(Func<Update, Task> handle, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await GreetAsync(ct);
                break;
            }
            catch (TelegramApiException ex) when (ex.IsTokenRefused)
            {
                host.Log.TokenRefused(ex.Code);
                return;
            }
            catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException && !ct.IsCancellationRequested)
            {
                var wait = failures.Next();
                host.Log.PollFailed(wait.TotalSeconds, ex.Message);
                await Task.Delay(wait, host.Time, ct);
            }
        }
        if (host.Options.Value.WebhookUrl is null) await poller.RunAsync(handle, ct);
    }

    /// <summary>Tells Telegram what was handled last.</summary>
    public Task ConfirmAsync() => host.Options.Value.WebhookUrl is null ? poller.ConfirmAsync() : Task.CompletedTask;

    async Task GreetAsync(CancellationToken ct)
    {
        var bot = await client.GetMeAsync(ct);
        if (host.Options.Value.WebhookUrl is { } url)
            await client.SetWebhookAsync(new SetWebhook(url, host.Options.Value.SecretToken, TelegramInbound.Kinds) { MaxConnections = host.Options.Value.MaxConnections }, ct);
        else
            await client.DeleteWebhookAsync(new DeleteWebhook(), ct);
        identity.Bot = bot;
        host.Log.Connected(bot.Username ?? "", host.Options.Value.WebhookUrl is null ? "polling" : "webhook");
    }
}
