using System.Globalization;
using MusicFlow.Chat;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Sending;

namespace MusicFlow.Telegram.Receiving;

/// <summary>Translates an update. Pure; takes any update, however odd.</summary>
static class TelegramInbound
{
    /// <summary>Short name of the platform.</summary>
    public const string Platform = "telegram";

    /// <summary>The topic "General" is no thread: nothing may be sent to it by number.</summary>
    const long GeneralTopic = 1;

    /// <summary>The kinds of updates that <see cref="Translate"/> understands; no others are asked for.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["message", "callback_query", "inline_query", "my_chat_member"];

    /// <param name="update">What Telegram sent.</param>
    /// <param name="bot">Who the bot is.</param>
    /// <returns><see langword="null"/> when it does not concern the bot.</returns>
    public static TelegramEvent? Translate(Update update, TelegramUser bot) => update switch
    {
        { Message: { } message } => OfMessage(message, bot),
        { CallbackQuery: { Data.Length: > 0 } query } => OfPress(query, bot),
        { InlineQuery: { } query } => new TelegramEvent.Asked(OfPerson(query.From, new ChatAddress(Platform, $"inline{query.From.Id}"), query.Query, bot) with { IsPrivate = true }, query.Id),
        { MyChatMember: { } change } => new TelegramEvent.Membership(new ChatAddress(Platform, Id(change.Chat.Id)), change.NewChatMember.IsGone),
        _ => null,
    };

    static TelegramEvent? OfMessage(TelegramMessage message, TelegramUser bot)
    {
        if (message.MigrateToChatId is { } to) return new TelegramEvent.Moved(message.Chat.Id, to);
        if (message.MigrateFromChatId is { } from) return new TelegramEvent.Moved(from, message.Chat.Id);
        // What was sent through the bot itself comes back as a message of whoever sent it.
        if (message is not { Text.Length: > 0, From: { } sender } || message.ViaBot?.Id == bot.Id) return null;
        var incoming = OfPerson(sender, Address(message), message.Text, bot) with { IsPrivate = message.Chat.IsPrivate, RepliedText = RepliedText(message) };
        // An administrator who hides behind the group writes in its name.
        if (message.SenderChat?.Id == message.Chat.Id)
            incoming = incoming with { Caller = new Caller(new PersonId(Platform, Id(message.Chat.Id)), message.Chat.Title ?? "") { IsAdministrator = true } };
        return new TelegramEvent.Said(incoming, message.MessageId);
    }

    static TelegramEvent.Pressed OfPress(CallbackQuery query, TelegramUser bot)
    {
        var chat = query.Message is { } message ? Address(message) : new ChatAddress(Platform, $"inline{query.ChatInstance}");
        var incoming = OfPerson(query.From, chat, query.Data!, bot) with { IsPress = true, IsPrivate = query.Message?.Chat.IsPrivate ?? false };
        return new TelegramEvent.Pressed(incoming, query.Id, Source(query, chat));
    }

    static MessageAddress? Source(CallbackQuery query, ChatAddress chat) => query switch
    {
        { InlineMessageId: { } id } => new MessageAddress(chat, TelegramMessageId.Inline(id).ToString()),
        { Message: { Date: > 0, EphemeralMessageId: null } message } => new MessageAddress(chat, new TelegramMessageId(message.MessageId, message.Photo is not null).ToString()),
        _ => null,
    };

    static IncomingMessage OfPerson(TelegramUser person, ChatAddress chat, string text, TelegramUser bot) => new()
    {
        Chat = chat,
        Caller = new Caller(new PersonId(Platform, Id(person.Id)), person.LastName is { } last ? $"{person.FirstName} {last}" : person.FirstName) { IsBot = person.IsBot },
        Text = text,
        BotName = bot.Username,
        Locale = person.LanguageCode,
    };

    static ChatAddress Address(TelegramMessage message) =>
        new(Platform, Id(message.Chat.Id), message is { IsTopicMessage: true, MessageThreadId: { } topic and not GeneralTopic } ? Id(topic) : null);

    /// <summary>What the message is about, if it replies; in a topic, every message "replies" to the one that made the topic.</summary>
    static string? RepliedText(TelegramMessage message) =>
        message.Quote?.Text ?? (message.ReplyToMessage is { ForumTopicCreated: null } replied ? replied.Text ?? replied.Caption : null);

    static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
}
