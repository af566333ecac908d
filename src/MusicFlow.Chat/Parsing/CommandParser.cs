using System.Buffers;
using System.Globalization;

namespace MusicFlow.Chat.Parsing;

/// <summary>Takes a message apart into a command and what follows it. Pure; reads any text in time linear in its length.</summary>
static class CommandParser
{
    /// <summary>The command that a plain text stands for.</summary>
    public const string PlainText = "predict";

    /// <summary>The command that greets, answered to a mention without anything else.</summary>
    const string Bare = "help";

    static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u00A0\u3000");

    /// <returns>The command, or <see langword="null"/> when the message is not meant for the bot.</returns>
    public static ParsedCommand? Parse(IncomingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var text = Trim(message.Text);
        var isAddressed = message.IsPrivate || message.IsPress;
        if (text.StartsWith('/')) return OfSlash(text, message.BotName, isAddressed);
        if (WithoutMention(text, message.BotName) is { } rest) return OfMention(Trim(rest), message);
        return message.IsPrivate && text.Length > 0 ? new ParsedCommand(PlainText, text, IsAddressed: true) : null;
    }

    static ParsedCommand? OfSlash(string text, string? botName, bool isAddressed)
    {
        var end = text.AsSpan().IndexOfAny(Blanks);
        var (word, rest) = end < 0 ? (text[1..], "") : (text[1..end], Trim(text[end..]));
        var at = word.IndexOf('@', StringComparison.Ordinal);
        if (at < 0) return new ParsedCommand(word.ToLowerInvariant(), rest, isAddressed);
        if (botName is not null && !word.AsSpan(at + 1).Equals(botName, StringComparison.OrdinalIgnoreCase)) return null;
        return botName is null && !isAddressed ? null : new ParsedCommand(word[..at].ToLowerInvariant(), rest, IsAddressed: true);
    }

    static ParsedCommand OfMention(string rest, IncomingMessage message)
    {
        if (rest.StartsWith('/') && OfSlash(rest, message.BotName, isAddressed: true) is { } slash) return slash;
        var isNamed = rest.StartsWith(PlainText + " ", StringComparison.OrdinalIgnoreCase);
        if (isNamed) return new ParsedCommand(PlainText, Trim(rest[PlainText.Length..]), IsAddressed: true);
        var isBare = rest.Length == 0 ? message.RepliedText is null : rest.Equals(Bare, StringComparison.OrdinalIgnoreCase);
        return isBare ? new ParsedCommand(Bare, "", IsAddressed: true) : new ParsedCommand(PlainText, rest, IsAddressed: true);
    }

    /// <summary>The text without the bot's <c>@name</c>, or <see langword="null"/> when it is not mentioned.</summary>
    static string? WithoutMention(string text, string? botName)
    {
        if (botName is not { Length: > 0 }) return null;
        var mention = "@" + botName;
        for (var at = text.IndexOf(mention, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(mention, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + mention.Length;
            var standsAlone = (at == 0 || !IsNameLetter(text[at - 1])) && (end == text.Length || !IsNameLetter(text[end]));
            if (standsAlone) return $"{text[..at]} {text[end..].TrimStart(',', ':')}";
        }
        return null;
    }

    static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    /// <summary>Without blanks and without what nobody sees (marks of direction, joiners, byte order marks) at both ends.</summary>
    static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsInvisible(text[start])) start++;
        while (end > start && IsInvisible(text[end - 1])) end--;
        return text[start..end];
    }

    static bool IsInvisible(char letter) => char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Format or UnicodeCategory.Control;
}
