using System.Text;

namespace MusicFlow.Discord.Rendering;

/// <summary>Writes plain text so that Discord shows exactly that: no formatting, no mention, no link, nothing invisible. Pure.</summary>
/// <remarks>A backslash before any ASCII sign makes it plain. Source: Discord support, "Markdown Text 101".</remarks>
static class Markdown
{
    const string Cut = "…";

    /// <summary>Signs that mean something wherever they stand.</summary>
    const string Anywhere = @"\*_~`|[]()<>@";

    /// <summary>Signs that mean something at the start of a line.</summary>
    const string AtLineStart = "#-+";

    /// <summary>Escapes a text and cuts it to a length, between letters.</summary>
    /// <param name="text">Plain text.</param>
    /// <param name="most">Most characters of the result, UTF-16 units.</param>
    public static string Escape(string text, int most) => Write(text, most, isMarkdown: true);

    /// <summary>Cuts a text that is shown as it is, where markdown means nothing.</summary>
    public static string Plain(string text, int most) => Write(text, most, isMarkdown: false);

    static string Write(string text, int most, bool isMarkdown)
    {
        if (most < Cut.Length) return "";
        var result = new StringBuilder(Math.Min(text.Length + 8, most));
        Span<char> letter = stackalloc char[4];
        var (isLineStart, isDigits, fit) = (true, false, 0);
        for (var i = 0; i < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            i += used;
            if (IsInvisible(rune)) continue;
            var isEscaped = isMarkdown && (Means(rune, isLineStart) || (isDigits && StartsItem(rune, text.AsSpan(i))) || StartsAddress(rune, text.AsSpan(i)));
            var length = (isEscaped ? 1 : 0) + rune.EncodeToUtf16(letter);
            if (result.Length + length > most) return Trimmed(result, fit) + Cut;
            if (isEscaped) result.Append('\\');
            result.Append(letter[..rune.Utf16SequenceLength]);
            if (result.Length <= most - Cut.Length) fit = result.Length;
            isDigits = Rune.IsDigit(rune) && (isLineStart || isDigits);
            isLineStart = rune.Value == '\n' || (isLineStart && Rune.IsWhiteSpace(rune));
        }
        return result.ToString().Trim();
    }

    static string Trimmed(StringBuilder result, int length)
    {
        result.Length = length;
        return result.ToString().Trim();
    }

    /// <summary>Whether a sign would format what follows.</summary>
    static bool Means(Rune rune, bool isLineStart) => rune.IsAscii
        && (Anywhere.Contains((char)rune.Value, StringComparison.Ordinal) || (isLineStart && AtLineStart.Contains((char)rune.Value, StringComparison.Ordinal)));

    /// <summary>Whether a dot behind digits makes an item of a list, as <c>1. </c> does and <c>0.5</c> does not.</summary>
    static bool StartsItem(Rune rune, ReadOnlySpan<char> rest) => rune.Value == '.' && (rest.IsEmpty || char.IsWhiteSpace(rest[0]));

    /// <summary>Whether a colon belongs to <c>http://</c>, which would become a link.</summary>
    static bool StartsAddress(Rune rune, ReadOnlySpan<char> rest) => rune.Value == ':' && rest.StartsWith("//", StringComparison.Ordinal);

    /// <summary>Controls and marks that turn the direction of everything behind them.</summary>
    static bool IsInvisible(Rune rune) => (Rune.IsControl(rune) && rune.Value != '\n') || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;
}
