using MusicFlow.Chat;
using MusicFlow.Core.Chats;

namespace MusicFlow.Telegram.Receiving;

/// <summary>What an update means to the bot.</summary>
abstract record TelegramEvent
{
    TelegramEvent()
    {
    }

    /// <summary>Somebody wrote.</summary>
    /// <param name="Message">The message.</param>
    /// <param name="MessageId">Its number, to reply to.</param>
    public sealed record Said(IncomingMessage Message, long MessageId) : TelegramEvent;

    /// <summary>Somebody pressed a button.</summary>
    /// <param name="Message">The button's command.</param>
    /// <param name="QueryId">To be answered soon.</param>
    /// <param name="Source">The message with the button; <see langword="null"/> when the bot can no longer change it.</param>
    public sealed record Pressed(IncomingMessage Message, string QueryId, MessageAddress? Source) : TelegramEvent;

    /// <summary>Somebody types behind the bot's name, in any chat.</summary>
    /// <param name="Message">What they typed, as if in a chat of its own.</param>
    /// <param name="QueryId">To be answered soon.</param>
    public sealed record Asked(IncomingMessage Message, string QueryId) : TelegramEvent;

    /// <summary>A group got another id.</summary>
    public sealed record Moved(long From, long To) : TelegramEvent;

    /// <summary>The bot was blocked, kicked, or let in again.</summary>
    public sealed record Membership(ChatAddress Chat, bool IsGone) : TelegramEvent;
}
