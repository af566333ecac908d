using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Receiving;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram.Answering;

/// <summary>Answers one person of a group: visible to them only; where Telegram does not do that, personal things in their own chat, and errors in the group.</summary>
sealed class PrivateAnswers(TelegramSender sender, BotIdentity identity)
{
    /// <param name="message">What is answered.</param>
    /// <param name="about">Its number, to reply to.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="queryId">The press that it answers, if it was one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SendAsync(IncomingMessage message, long? about, Reply reply, string? queryId, CancellationToken ct)
    {
        var group = Destination.Of(message.Chat);
        try
        {
            var only = new EphemeralMessageParameters(Destination.Of(PrivateChat(message)).Chat) { CallbackQueryId = queryId };
            await sender.SendAsync(message.Chat, group with { Only = only }, reply, ct);
        }
        catch (ReplyNotSentException ex) when (ex.InnerException is TelegramApiException { Code: 400 })
        {
            if (reply.Kind == ReplyKind.Answered) await SendApartAsync(message, about, reply, ct);
            else await sender.SendAsync(message.Chat, group with { ReplyTo = about }, reply, ct);
        }
    }

    async Task SendApartAsync(IncomingMessage message, long? about, Reply reply, CancellationToken ct)
    {
        try
        {
            await sender.SendAsync(PrivateChat(message), reply, ct);
        }
        catch (ReplyNotSentException ex) when (ex.IsChatGone)
        {
            var hint = PlatformReplies.AskInPrivate(message, new Uri($"https://t.me/{identity.Bot?.Username}"));
            await sender.SendAsync(message.Chat, Destination.Of(message.Chat) with { ReplyTo = about }, hint, ct);
        }
    }

    static ChatAddress PrivateChat(IncomingMessage message) => new(TelegramInbound.Platform, message.Caller.Id.Id);
}
