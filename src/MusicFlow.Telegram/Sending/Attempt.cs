using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Sending;

/// <summary>One way to send a message, and the next one when Telegram does not take it. Every step gives something up, so the steps end.</summary>
/// <param name="To">Where.</param>
/// <param name="IsFormatted">Whether with formatting.</param>
sealed record Attempt(Destination To, bool IsFormatted = true)
{
    /// <summary>Sends, and mends what can be mended.</summary>
    public async Task<T> RunAsync<T>(Func<Attempt, Task<T>> send, MovedChats moved)
    {
        var attempt = this;
        while (true)
        {
            try
            {
                return await send(attempt);
            }
            catch (TelegramApiException ex) when (attempt.After(ex) is { } next)
            {
                if (ex.MigrateToChatId is { } to) moved.Add(attempt.To.Chat, to);
                attempt = next;
            }
        }
    }

    /// <returns>What to try instead; <see langword="null"/> when nothing is left.</returns>
    public Attempt? After(TelegramApiException ex) => ex switch
    {
        { MigrateToChatId: { } chat } when chat != To.Chat => this with { To = To with { Chat = chat, Topic = null, ReplyTo = null } },
        _ when ex.Says("can't parse entities") && IsFormatted => this with { IsFormatted = false },
        _ when ex.Says("message thread not found") && To.Topic is not null => this with { To = To with { Topic = null } },
        _ when ex.Says("message to be replied not found") && To.ReplyTo is not null => this with { To = To with { ReplyTo = null } },
        _ => null,
    };
}
