using System.Globalization;
using MusicFlow.Core.Chats;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Sending;

/// <summary>Where a message goes.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Topic">The topic, if any.</param>
sealed record Destination(long Chat, long? Topic = null)
{
    /// <summary>The message that it replies to.</summary>
    public long? ReplyTo { get; init; }

    /// <summary>The one person who shall see it.</summary>
    public EphemeralMessageParameters? Only { get; init; }

    public ReplyParameters? ReplyParameters => ReplyTo is { } id ? new ReplyParameters(id) : null;

    /// <exception cref="ArgumentException">The address is none of Telegram's.</exception>
    public static Destination Of(ChatAddress chat) => long.TryParse(chat.ChatId, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
        ? new Destination(id, chat.TopicId is { } topic ? long.Parse(topic, NumberStyles.None, CultureInfo.InvariantCulture) : null)
        : throw new ArgumentException("That is no chat of Telegram's.", nameof(chat));
}
