using MusicFlow.Core.Chats;

namespace MusicFlow.Chat;

/// <summary>What a platform delivers: a typed text, a slash command or a pressed button, all as text.</summary>
public sealed record IncomingMessage
{
    /// <summary>Where it was said, and where the answer goes.</summary>
    public required ChatAddress Chat { get; init; }

    /// <summary>Who said it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The text as typed; a slash command as <c>/name arguments</c>; a pressed button as its <see cref="Button.Command"/>.</summary>
    public required string Text { get; init; }

    /// <summary>Whether only the caller and the bot are in this chat. There every text is meant for the bot.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether a button was pressed; the answer may then replace the message that carries it.</summary>
    public bool IsPress { get; init; }

    /// <summary>The name by which people call the bot here, without <c>@</c>; <see langword="null"/> where it has none.</summary>
    public string? BotName { get; init; }

    /// <summary>Text of the message that this one replies to; <see langword="null"/> when it replies to none or that text is unknown.</summary>
    public string? RepliedText { get; init; }

    /// <summary>BCP 47 tag of the caller's language, such as <c>de-AT</c>; <see langword="null"/> where the platform does not tell.</summary>
    public string? Locale { get; init; }

    /// <summary>The lane in which the message waits its turn: one chat and person after another in order, all lanes beside each other.</summary>
    public (ChatAddress Chat, PersonId Person) Lane => (Chat, Caller.Id);
}

/// <summary>Who speaks.</summary>
/// <param name="Id">The person on their platform.</param>
/// <param name="Name">The name that they show; never translated, never trusted as markup.</param>
public sealed record Caller(PersonId Id, string Name)
{
    /// <summary>Whether the person may change what concerns the whole chat. In a private chat everybody may.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether it is a program; bots are answered nothing.</summary>
    public bool IsBot { get; init; }
}
