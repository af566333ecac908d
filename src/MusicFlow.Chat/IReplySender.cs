using MusicFlow.Core.Chats;

namespace MusicFlow.Chat;

/// <summary>Says what nobody asked for at this moment: a battle closes, a training ends. One per platform, through the same renderer as answers. Thread-safe.</summary>
public interface IReplySender
{
    /// <summary>Short name of the platform that it speaks on, see <see cref="ChatAddress.Platform"/>.</summary>
    string Platform { get; }

    /// <summary>Sends a new message.</summary>
    /// <returns>Where it stands, to edit it later; keep the text as it is.</returns>
    /// <exception cref="ReplyNotSentException">The platform refused it for good, or could not be reached.</exception>
    Task<MessageAddress> SendAsync(ChatAddress chat, Reply reply, CancellationToken ct);

    /// <summary>Changes a message. Edits of one message that come faster than the platform allows are drawn together; the last one is always sent.</summary>
    /// <exception cref="ReplyNotSentException">The message is gone, the platform refused it for good, or could not be reached.</exception>
    Task EditAsync(MessageAddress message, Reply reply, CancellationToken ct);
}

/// <summary>Where a sent message stands.</summary>
/// <param name="Chat">The conversation.</param>
/// <param name="MessageId">The platform's own notation; only its sender reads it.</param>
public readonly record struct MessageAddress(ChatAddress Chat, string MessageId);

/// <summary>A message did not arrive, and trying again will not help.</summary>
public sealed class ReplyNotSentException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Whether the chat is closed to the bot (blocked, kicked, deleted): nothing will ever arrive there.</summary>
    public bool IsChatGone { get; init; }
}
