using System.Globalization;

namespace MusicFlow.Chat;

/// <summary>Makes texts fit on a button.</summary>
static class ButtonLabel
{
    /// <summary>Cuts between letters, never inside one, and marks the cut.</summary>
    public static string Cut(string text, int most = Button.LongestLabel)
    {
        if (text.Length <= most) return text;
        var end = 0;
        for (var next = 0; next < most; next += StringInfo.GetNextTextElementLength(text, next)) end = next;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
