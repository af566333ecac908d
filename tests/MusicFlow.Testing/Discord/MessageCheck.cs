using System.Text.Json.Nodes;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord;

/// <summary>Asks the emulator's rules about a message without sending it.</summary>
public static class MessageCheck
{
    /// <summary>Throws where Discord would refuse the message.</summary>
    /// <param name="message">The body.</param>
    /// <param name="files">Names of its files.</param>
    /// <exception cref="DiscordFaultException">The message is refused.</exception>
    public static void Check(JsonObject message, IReadOnlyList<string> files) => MessageRules.Check(message, files, isEdit: false);
}
