using System.Globalization;

namespace MusicFlow.Chat;

/// <summary>Makes texts fit.</summary>
static class Fitting
{
    /// <summary>Most characters that every platform takes for the text of a picture.</summary>
    public const int LongestAltText = 1024;

    /// <summary>Cuts between letters, never inside one, and marks the cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">Most characters (UTF-16) of the result, ≥ 1.</param>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = 0;
        for (var next = 0; next < most; next += StringInfo.GetNextTextElementLength(text, next)) end = next;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
