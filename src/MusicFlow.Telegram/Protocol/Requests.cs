namespace MusicFlow.Telegram.Protocol;

/// <summary>Sends a text. core.telegram.org/bots/api#sendmessage.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="Text">1–4096 characters after entity parsing.</param>
public sealed record SendMessage(long ChatId, string Text)
{
    /// <summary>The topic; never 1 (General).</summary>
    public long? MessageThreadId { get; init; }

    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>No previews: a card says itself what it links to.</summary>
    public LinkPreviewOptions LinkPreviewOptions { get; init; } = new(IsDisabled: true);

    /// <summary>The message to reply to.</summary>
    public ReplyParameters? ReplyParameters { get; init; }

    /// <summary>The one person who shall see it.</summary>
    public EphemeralMessageParameters? EphemeralMessageParameters { get; init; }

    /// <summary>Buttons.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Sends a photo. core.telegram.org/bots/api#sendphoto.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="Photo">The picture.</param>
public sealed record SendPhoto(long ChatId, InputFile Photo)
{
    /// <summary>The topic; never 1 (General).</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>0–1024 characters after entity parsing.</summary>
    public string? Caption { get; init; }

    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>The message to reply to.</summary>
    public ReplyParameters? ReplyParameters { get; init; }

    /// <summary>The one person who shall see it.</summary>
    public EphemeralMessageParameters? EphemeralMessageParameters { get; init; }

    /// <summary>Buttons.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Which message an edit changes: one in a chat, or one that was sent inline.</summary>
public abstract record EditMessage
{
    /// <summary>The chat.</summary>
    public long? ChatId { get; init; }

    /// <summary>The message in <see cref="ChatId"/>.</summary>
    public long? MessageId { get; init; }

    /// <summary>Instead of both: a message that was sent inline.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>Buttons; without them the old ones go.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>Changes a text message. core.telegram.org/bots/api#editmessagetext.</summary>
/// <param name="Text">1–4096 characters after entity parsing.</param>
public sealed record EditMessageText(string Text) : EditMessage
{
    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>No previews.</summary>
    public LinkPreviewOptions LinkPreviewOptions { get; init; } = new(IsDisabled: true);
}

/// <summary>Changes the text under a photo. core.telegram.org/bots/api#editmessagecaption.</summary>
/// <param name="Caption">0–1024 characters after entity parsing.</param>
public sealed record EditMessageCaption(string Caption) : EditMessage
{
    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }
}

/// <summary>Changes picture and text, or gives a text message a picture. core.telegram.org/bots/api#editmessagemedia.</summary>
/// <param name="Media">What stands there afterwards. An inline message takes no upload.</param>
public sealed record EditMessageMedia(InputMediaPhoto Media) : EditMessage;

/// <summary>A photo with its text.</summary>
/// <param name="Media">The picture.</param>
public sealed record InputMediaPhoto(InputFile Media)
{
    /// <summary>Always <c>photo</c>.</summary>
    public string Type { get; } = "photo";

    /// <summary>0–1024 characters after entity parsing.</summary>
    public string? Caption { get; init; }

    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }
}

/// <summary>Deletes a message of the bot, at most 48 hours old.</summary>
public sealed record DeleteMessage(long ChatId, long MessageId);

/// <summary>Says that the bot is at work; shown for 5 seconds.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="Action">Such as <c>typing</c> or <c>upload_photo</c>.</param>
public sealed record SendChatAction(long ChatId, string Action)
{
    /// <summary>The topic; never 1 (General).</summary>
    public long? MessageThreadId { get; init; }
}

/// <summary>Whether a link draws a preview.</summary>
public sealed record LinkPreviewOptions(bool IsDisabled);

/// <summary>The message to reply to.</summary>
/// <param name="MessageId">Its number.</param>
/// <param name="AllowSendingWithoutReply">Whether to send it all the same when that message is gone.</param>
public sealed record ReplyParameters(long MessageId, bool AllowSendingWithoutReply = true);

/// <summary>Makes a message of a group visible to one person. Telegram does not promise to deliver it. Bot API 10.3.</summary>
/// <param name="ReceiverUserId">That person.</param>
public sealed record EphemeralMessageParameters(long ReceiverUserId)
{
    /// <summary>The press that it answers, at most 15 seconds old.</summary>
    public string? CallbackQueryId { get; init; }
}

/// <summary>Buttons under a message.</summary>
/// <param name="InlineKeyboard">Rows of at most 8, together at most 100.</param>
public sealed record InlineKeyboardMarkup(IReadOnlyList<IReadOnlyList<InlineKeyboardButton>> InlineKeyboard);

/// <summary>A button; with either <see cref="CallbackData"/> or <see cref="Url"/>.</summary>
/// <param name="Text">What stands on it.</param>
public sealed record InlineKeyboardButton(string Text)
{
    /// <summary>What comes back when it is pressed, 1–64 bytes of UTF-8.</summary>
    public string? CallbackData { get; init; }

    /// <summary>Where it leads.</summary>
    public Uri? Url { get; init; }
}
