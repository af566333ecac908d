namespace MusicFlow.Pictures.Fonts;

/// <summary>Breaks text into lines that fit, and cuts what does not.</summary>
internal static class TextLines
{
    const string Ellipsis = "…";

    /// <summary>The text if it fits, else its beginning with an ellipsis.</summary>
    /// <param name="text">One line.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="width">Room in pixels.</param>
    public static string Fit(string text, TextStyle style, float width)
    {
        if (style.Measure(text) <= width) return text;
        var (low, high) = (0, text.Length);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (style.Measure(Cut(text, middle)) <= width) low = middle;
            else high = middle - 1;
        }
        return Cut(text, low);
    }

    /// <summary>The style, smaller where the text would not fit otherwise.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style to begin with.</param>
    /// <param name="room">Room of a line in pixels, and most lines.</param>
    /// <param name="smallest">Smallest size; what does not fit then is for <see cref="Fit"/> or <see cref="Wrap"/> to cut.</param>
    public static TextStyle Shrink(string text, TextStyle style, (float Width, int Lines) room, float smallest)
    {
        const float Step = 2;
        while (style.Size - Step >= smallest && Wrap(text, style, room.Width, room.Lines) is [.., var last] && last.EndsWith(Ellipsis, StringComparison.Ordinal))
            style = style with { Size = style.Size - Step };
        return style;
    }

    /// <summary>The text in lines broken between words; the last may end with an ellipsis.</summary>
    /// <param name="text">The text; a word longer than a line is cut.</param>
    /// <param name="style">How it is written.</param>
    /// <param name="width">Room of a line in pixels.</param>
    /// <param name="most">Most lines, at least 1.</param>
    public static IReadOnlyList<string> Wrap(string text, TextStyle style, float width, int most)
    {
        List<string> lines = [];
        var rest = text.Trim();
        while (lines.Count < most - 1 && style.Measure(rest) > width)
        {
            var end = LastBreak(rest, style, width);
            if (end <= 0) break;
            lines.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }
        if (rest.Length > 0) lines.Add(Fit(rest, style, width));
        return lines;
    }

    /// <summary>Length of the longest beginning that fits and ends with a word; 0 where not even the first word fits.</summary>
    static int LastBreak(string text, TextStyle style, float width)
    {
        var best = 0;
        for (var at = text.IndexOf(' ', StringComparison.Ordinal); at > 0; at = text.IndexOf(' ', at + 1))
        {
            if (style.Measure(text[..at]) > width) break;
            best = at;
        }
        return best;
    }

    static string Cut(string text, int length)
    {
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd(' ', ',', '.', '-', '–') + Ellipsis;
    }
}
