using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Rendering;

namespace MusicFlow.Telegram.Sending;

/// <summary>Everything that leaves for Telegram, in order per chat. Thread-safe.</summary>
sealed class TelegramSender(TelegramDelivery delivery, TimeProvider time) : IReplySender
{
    /// <summary>20 edits a minute is what a group bears.</summary>
    static readonly TimeSpan EditGap = TimeSpan.FromSeconds(3);

    readonly OutgoingLines lines = new();
    readonly EditGate edits = new(EditGap, time);

    /// <inheritdoc/>
    public string Platform => TelegramInbound.Platform;

    /// <inheritdoc/>
    public Task<MessageAddress> SendAsync(ChatAddress chat, Reply reply, CancellationToken ct) => SendAsync(chat, Destination.Of(chat), reply, ct);

    /// <inheritdoc/>
    public Task EditAsync(MessageAddress message, Reply reply, CancellationToken ct) =>
        edits.RunAsync(message, reply, last => EditNowAsync(message, last, CancellationToken.None)).WaitAsync(ct);

    /// <summary>Sends to a place more exact than a chat.</summary>
    /// <exception cref="ReplyNotSentException">It did not arrive.</exception>
    public Task<MessageAddress> SendAsync(ChatAddress chat, Destination to, Reply reply, CancellationToken ct)
    {
        var card = TelegramRenderer.Render(reply);
        return PostAsync(chat, async () => new MessageAddress(chat, (await delivery.SendAsync(to, card, ct)).ToString()));
    }

    /// <summary>Changes a message at once, as somebody pressed its button.</summary>
    /// <exception cref="ReplyNotSentException">It did not arrive.</exception>
    public Task EditNowAsync(MessageAddress message, Reply reply, CancellationToken ct)
    {
        var id = TelegramMessageId.Parse(message.MessageId);
        return PostAsync(message.Chat, async () =>
        {
            try
            {
                await EditAsync(message.Chat, id, reply, ct);
            }
            catch (TelegramApiException ex) when (ex.Says("there is no text in the message") || ex.Says("there is no caption in the message"))
            {
                // An earlier edit gave it a picture, or it was remembered wrongly.
                await EditAsync(message.Chat, id with { IsPhoto = !id.IsPhoto }, reply, ct);
            }
            return message;
        });
    }

    /// <summary>Ends when everything so far has left or failed.</summary>
    public Task DrainAsync() => lines.DrainAsync();

    Task EditAsync(ChatAddress chat, TelegramMessageId id, Reply reply, CancellationToken ct) => id.InlineId is null
        ? delivery.EditAsync(Destination.Of(chat).Chat, id, TelegramRenderer.RenderEdit(reply, id.IsPhoto), ct)
        : delivery.EditAsync(chat: 0, id, TelegramRenderer.RenderInline(reply), ct);

    async Task<MessageAddress> PostAsync(ChatAddress chat, Func<Task<MessageAddress>> work)
    {
        try
        {
            return await lines.PostAsync(chat.ChatId, work);
        }
        catch (TelegramApiException ex)
        {
            throw new ReplyNotSentException(ex.Message, ex) { IsChatGone = ex.IsChatGone };
        }
        catch (Exception ex) when (ex is HttpRequestException or TimeoutException or LineFullException)
        {
            throw new ReplyNotSentException(ex.Message, ex);
        }
    }
}
