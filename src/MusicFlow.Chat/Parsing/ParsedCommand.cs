namespace MusicFlow.Chat.Parsing;

/// <summary>A text taken apart.</summary>
/// <param name="Name">Name of the command, lower case; empty for a slash without a name. There may be no such command.</param>
/// <param name="Text">What follows the name, trimmed; may be empty.</param>
/// <param name="IsAddressed">Whether it is surely meant for this bot; else an unknown name is left to the other bots of the chat.</param>
sealed record ParsedCommand(string Name, string Text, bool IsAddressed);
