using Microsoft.Extensions.Options;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram;

/// <summary>Finds out whether Telegram takes the settings, without starting the bot. Thread-safe.</summary>
public sealed class TelegramCheck(TelegramClient client, IOptions<TelegramOptions> options)
{
    /// <summary>Updates that wait; more than this and nobody reads them.</summary>
    const int ManyUpdates = 1_000;

    /// <summary>Asks Telegram.</summary>
    /// <returns>Each finding: whether it is good, and what was found or what to do.</returns>
    public async Task<IReadOnlyList<(bool IsGood, string Finding)>> RunAsync(CancellationToken ct)
    {
        try
        {
            return [.. await AskAsync(ct)];
        }
        catch (OptionsValidationException ex)
        {
            return [.. ex.Failures.Select(failure => (false, failure))];
        }
        catch (TelegramApiException ex) when (ex.IsTokenRefused)
        {
            return [(false, "Telegram refuses the token: @BotFather shows the right one under /mybots, API Token; set Telegram__Token.")];
        }
        catch (Exception ex) when (ex is TelegramApiException or HttpRequestException or TimeoutException)
        {
            return [(false, $"Telegram cannot be asked: {ex.Message}")];
        }
    }

    async Task<List<(bool, string)>> AskAsync(CancellationToken ct)
    {
        var bot = await client.GetMeAsync(ct);
        List<(bool, string)> findings = [(true, $"Telegram knows the token: @{bot.Username}.")];
        findings.Add(bot.SupportsInlineQueries
            ? (true, "Inline mode is on.")
            : (false, "Inline mode is off: tell @BotFather /setinline to let people use the bot in any chat."));
        if (bot.CanReadAllGroupMessages) findings.Add((false, "Privacy mode is off: the bot gets every message of its groups and needs none of them; tell @BotFather /setprivacy, Enable."));
        findings.AddRange(Webhook(await client.GetWebhookInfoAsync(ct), options.Value.WebhookUrl));
        return findings;
    }

    static IEnumerable<(bool, string)> Webhook(WebhookInfo webhook, Uri? wanted)
    {
        if (wanted is null)
            yield return webhook.Url.Length == 0
                ? (true, "Updates are asked for by polling.")
                : (true, $"Updates go to {webhook.Url} now; the next start ends that and polls. To keep it, set Telegram:WebhookUrl.");
        else if (webhook.Url != wanted.AbsoluteUri)
            yield return (true, $"The webhook {wanted} is not set yet; the next start sets it.");
        else
            yield return webhook.LastErrorMessage is { } error
                ? (false, $"Telegram cannot deliver to {wanted}: {error}")
                : (true, $"Updates are delivered to {wanted}.");
        if (webhook.PendingUpdateCount > ManyUpdates) yield return (false, $"{webhook.PendingUpdateCount} updates wait: the bot does not run, or does not get them.");
    }
}
