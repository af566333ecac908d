namespace MusicFlow.Telegram.Protocol;

/// <summary>One thing that happened, as Telegram tells it; fields that the bot does not use, and kinds it does not know, are left out.</summary>
/// <remarks>core.telegram.org/bots/api#update. Texts are UTF-16, and entity offsets count its units.</remarks>
/// <param name="UpdateId">Grows by one from update to update; after a week without any it may start anywhere.</param>
public sealed record Update(long UpdateId)
{
    /// <summary>A new message.</summary>
    public TelegramMessage? Message { get; init; }

    /// <summary>A pressed inline button.</summary>
    public CallbackQuery? CallbackQuery { get; init; }

    /// <summary>Somebody types <c>@bot …</c> in any chat.</summary>
    public InlineQuery? InlineQuery { get; init; }

    /// <summary>The bot was added, removed, blocked or unblocked.</summary>
    public ChatMemberUpdated? MyChatMember { get; init; }
}

/// <summary>A message, its own or somebody else's.</summary>
/// <param name="MessageId">Unique within the chat; 0 for ephemeral messages.</param>
/// <param name="Date">Unix seconds; 0 when the bot can no longer see the message.</param>
/// <param name="Chat">Where it stands.</param>
public sealed record TelegramMessage(long MessageId, long Date, TelegramChat Chat)
{
    /// <summary>Who wrote it; <see langword="null"/> in channels.</summary>
    public TelegramUser? From { get; init; }

    /// <summary>The chat in whose name it was written: the group itself for an anonymous administrator.</summary>
    public TelegramChat? SenderChat { get; init; }

    /// <summary>The thread; only a topic if <see cref="IsTopicMessage"/>.</summary>
    public long? MessageThreadId { get; init; }

    /// <summary>Whether it stands in a topic of a forum.</summary>
    public bool IsTopicMessage { get; init; }

    /// <summary>Text of a text message.</summary>
    public string? Text { get; init; }

    /// <summary>Text under a photo or file.</summary>
    public string? Caption { get; init; }

    /// <summary>Sizes of the photo, the smallest first; <see langword="null"/> when it has none.</summary>
    public IReadOnlyList<PhotoSize>? Photo { get; init; }

    /// <summary>A file.</summary>
    public Document? Document { get; init; }

    /// <summary>The message that this one replies to.</summary>
    public TelegramMessage? ReplyToMessage { get; init; }

    /// <summary>The part of that message that was quoted by hand.</summary>
    public TextQuote? Quote { get; init; }

    /// <summary>The bot through which it was sent inline.</summary>
    public TelegramUser? ViaBot { get; init; }

    /// <summary>Set where the message only says that a topic was made.</summary>
    public Mark? ForumTopicCreated { get; init; }

    /// <summary>The group became this supergroup.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>This supergroup was that group.</summary>
    public long? MigrateFromChatId { get; init; }

    /// <summary>Set on a message that only one person sees.</summary>
    public long? EphemeralMessageId { get; init; }
}

/// <summary>An object of which only the presence counts.</summary>
public sealed record Mark;

/// <summary>A quoted text.</summary>
public sealed record TextQuote(string Text);

/// <summary>A pressed inline button.</summary>
/// <param name="Id">To be answered within about half a minute.</param>
/// <param name="From">Who pressed.</param>
/// <param name="ChatInstance">Stands for the chat, also where the bot may not know it.</param>
public sealed record CallbackQuery(string Id, TelegramUser From, string ChatInstance)
{
    /// <summary>The message with the button; <see cref="TelegramMessage.Date"/> 0 when it is too old to see; <see langword="null"/> when it was sent inline.</summary>
    public TelegramMessage? Message { get; init; }

    /// <summary>The message with the button, when it was sent inline.</summary>
    public string? InlineMessageId { get; init; }

    /// <summary>What the button carries; a client may send anything.</summary>
    public string? Data { get; init; }
}

/// <summary>What somebody types after <c>@bot</c>.</summary>
/// <param name="Id">To be answered within about ten seconds.</param>
/// <param name="From">Who types.</param>
/// <param name="Query">At most 256 characters; may be empty.</param>
/// <param name="Offset">Where the next page begins; empty for the first.</param>
public sealed record InlineQuery(string Id, TelegramUser From, string Query, string Offset);

/// <summary>A change of what somebody is in a chat.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="From">Who did it.</param>
/// <param name="NewChatMember">What they are now.</param>
public sealed record ChatMemberUpdated(TelegramChat Chat, TelegramUser From, ChatMember NewChatMember);
