using System.Net;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Rendering;

namespace MusicFlow.Telegram.Sending;

/// <summary>Brings a card to Telegram by the calls that fit it, and finds another way when one is refused.</summary>
/// <remarks>Throws <see cref="TelegramApiException"/>, <see cref="HttpRequestException"/> or <see cref="TimeoutException"/> when there is none.</remarks>
sealed class TelegramDelivery(TelegramClient client, PhotoShelf photos, MovedChats moved)
{
    const string Html = "HTML";

    /// <summary>Sends a new message, or a photo and a text behind it.</summary>
    /// <returns>The last of them, which has the buttons.</returns>
    public async Task<TelegramMessageId> SendAsync(Destination to, TelegramCard card, CancellationToken ct)
    {
        var first = new Attempt(to with { Chat = moved.Find(to.Chat) });
        if (card.Photo is { } photo)
        {
            try
            {
                var isLast = card.Text is null;
                var sent = await first.RunAsync(attempt => SendPhotoAsync(attempt, photo, isLast ? card.Keyboard : null, ct), moved);
                if (isLast) return sent;
            }
            catch (TelegramApiException ex) when (IsPictureRefused(ex))
            {
                card = card with { Text = card.Text ?? photo.Caption };
            }
        }
        return await first.RunAsync(attempt => SendTextAsync(attempt, card.Text!.Value, card.Keyboard, ct), moved);
    }

    /// <summary>Changes a message. One that looks like that already is left as it is.</summary>
    public async Task EditAsync(long chat, TelegramMessageId message, TelegramCard card, CancellationToken ct)
    {
        try
        {
            await new Attempt(new Destination(moved.Find(chat))).RunAsync(attempt => EditAsync(attempt, message, card, ct), moved);
        }
        catch (TelegramApiException ex) when (ex.IsNotModified)
        {
            // As good as done.
        }
    }

    async Task<TelegramMessageId> SendTextAsync(Attempt attempt, FormattedText text, InlineKeyboardMarkup? keyboard, CancellationToken ct)
    {
        var sent = await client.SendMessageAsync(
            new SendMessage(attempt.To.Chat, Words(attempt, text))
            {
                MessageThreadId = attempt.To.Topic,
                ParseMode = Mode(attempt),
                ReplyParameters = attempt.To.ReplyParameters,
                EphemeralMessageParameters = attempt.To.Only,
                ReplyMarkup = keyboard,
            }, ct);
        return new TelegramMessageId(sent.MessageId, IsPhoto: false);
    }

    async Task<TelegramMessageId> SendPhotoAsync(Attempt attempt, CardPhoto photo, InlineKeyboardMarkup? keyboard, CancellationToken ct)
    {
        var sent = await WithPictureAsync(photo, picture => client.SendPhotoAsync(
            new SendPhoto(attempt.To.Chat, picture)
            {
                Caption = Words(attempt, photo.Caption),
                MessageThreadId = attempt.To.Topic,
                ParseMode = Mode(attempt),
                ReplyParameters = attempt.To.ReplyParameters,
                EphemeralMessageParameters = attempt.To.Only,
                ReplyMarkup = keyboard,
            }, ct)!);
        return new TelegramMessageId(sent!.MessageId, IsPhoto: true);
    }

    async Task<bool> EditAsync(Attempt attempt, TelegramMessageId message, TelegramCard card, CancellationToken ct)
    {
        if (card.Photo is { } photo)
            await WithPictureAsync(photo, picture => client.EditMessageMediaAsync(
                At(new EditMessageMedia(new InputMediaPhoto(picture) { Caption = Words(attempt, photo.Caption), ParseMode = Mode(attempt) }), attempt, message, card), ct));
        else if (message.IsPhoto)
            await client.EditMessageCaptionAsync(At(new EditMessageCaption(Words(attempt, card.Text!.Value)) { ParseMode = Mode(attempt) }, attempt, message, card), ct);
        else
            await client.EditMessageTextAsync(At(new EditMessageText(Words(attempt, card.Text!.Value)) { ParseMode = Mode(attempt) }, attempt, message, card), ct);
        return true;
    }

    /// <summary>Tries what costs least first: a picture that Telegram has, one that it can fetch, and last an upload.</summary>
    async Task<TelegramMessage?> WithPictureAsync(CardPhoto photo, Func<InputFile, Task<TelegramMessage?>> send)
    {
        var key = PhotoShelf.Key(photo.Picture.Png);
        var reference = photos.Find(key) is { } id ? InputFile.Known(id) : photo.Picture.Url is { } url ? InputFile.Fetched(url) : null;
        if (reference is not null)
        {
            try
            {
                return await send(reference);
            }
            catch (TelegramApiException ex) when (IsReferenceRefused(ex))
            {
                photos.Remove(key);
            }
        }
        var sent = await send(InputFile.Upload(photo.Picture.Png));
        if (sent?.Photo is [.., var largest]) photos.Add(key, largest.FileId);
        return sent;
    }

    static T At<T>(T edit, Attempt attempt, TelegramMessageId message, TelegramCard card)
        where T : EditMessage => message.InlineId is { } inline
        ? edit with { InlineMessageId = inline, ReplyMarkup = card.Keyboard }
        : edit with { ChatId = attempt.To.Chat, MessageId = message.Number, ReplyMarkup = card.Keyboard };

    static string Words(Attempt attempt, FormattedText text) => attempt.IsFormatted ? text.Html : text.Plain;

    static string? Mode(Attempt attempt) => attempt.IsFormatted ? Html : null;

    static bool IsReferenceRefused(TelegramApiException ex) =>
        ex.Says("wrong ") || ex.Says("failed to get HTTP URL content") || ex.Says("can't upload file by URL") || ex.Says("invalid file") || ex.Says("FILE_REFERENCE") || ex.Says("WEBPAGE_") || ex.Says("file is too big");

    static bool IsPictureRefused(TelegramApiException ex) =>
        ex.Code == (int)HttpStatusCode.RequestEntityTooLarge || ex.Says("PHOTO_") || ex.Says("IMAGE_PROCESS_FAILED") || ex.Says("not enough rights to send photos");
}
