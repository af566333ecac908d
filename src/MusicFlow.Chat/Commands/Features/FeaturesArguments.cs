namespace MusicFlow.Chat.Commands.Features;

/// <summary>What <c>/features</c> takes: a song, and whether to show each fact with its source.</summary>
/// <param name="Song">The song; may be empty.</param>
/// <param name="IsRaw">Whether <c>--raw</c> stands before or behind it.</param>
sealed record FeaturesArguments(string Song, bool IsRaw)
{
    public const string Raw = "--raw";

    /// <summary>Phones like to make one long dash of two short ones.</summary>
    static readonly string[] Spellings = [Raw, "—raw", "–raw"];

    public static FeaturesArguments Of(string text)
    {
        foreach (var spelling in Spellings)
        {
            if (text.Equals(spelling, StringComparison.OrdinalIgnoreCase)) return new("", IsRaw: true);
            if (text.EndsWith(" " + spelling, StringComparison.OrdinalIgnoreCase)) return new(text[..^spelling.Length].TrimEnd(), IsRaw: true);
            if (text.StartsWith(spelling + " ", StringComparison.OrdinalIgnoreCase)) return new(text[spelling.Length..].TrimStart(), IsRaw: true);
        }
        return new(text, IsRaw: false);
    }
}
