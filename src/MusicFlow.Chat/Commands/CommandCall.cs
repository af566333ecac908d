using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Chats;

namespace MusicFlow.Chat.Commands;

/// <summary>One command to answer.</summary>
/// <param name="Spec">The command.</param>
/// <param name="Text">What follows the name, trimmed; may be empty.</param>
/// <param name="Message">The message it came in.</param>
/// <param name="Settings">The settings of the chat.</param>
/// <param name="Words">The language to answer in.</param>
public sealed record CommandCall(CommandSpec Spec, string Text, IncomingMessage Message, ChatSettings Settings, Language Words)
{
    /// <summary>Where the answer goes.</summary>
    public ChatAddress Chat => Message.Chat;

    /// <summary>Who asks.</summary>
    public Caller Caller => Message.Caller;

    /// <summary>Whether the caller may change what concerns the whole chat.</summary>
    public bool MayChangeChat => Message.IsPrivate || Caller.IsAdministrator;
}
