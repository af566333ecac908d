using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat;

/// <summary>What only a platform can know to say, in the language of who asked.</summary>
public static class PlatformReplies
{
    /// <summary>The answer is for the caller alone, and the platform cannot bring it to them here.</summary>
    /// <param name="message">What they asked.</param>
    /// <param name="address">Where the private chat with the bot is.</param>
    public static Reply AskInPrivate(IncomingMessage message, Uri address)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Replies.Private(Language.Of(message.Locale).Say(Texts.AskInPrivate, ("address", address)), ReplyKind.Refused);
    }

    /// <summary>One line above the results while somebody types in another chat and nothing was found yet.</summary>
    public static string InlineHint(IncomingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Language.Of(message.Locale)[Texts.InlineHint];
    }
}
