using System.Buffers;
using System.Text;

namespace MusicFlow.Catalogs.Csv;

/// <summary>Reads the notations that public CSV files use for lists, flags and ids.</summary>
internal static class CsvText
{
    static readonly string[] Yes = ["1", "true", "yes", "1.0", "t", "y"];
    static readonly string[] No = ["0", "false", "no", "0.0", "f", "n"];
    static readonly string[] Nothing = ["", "nan", "null", "none", "na", "n/a"];

    /// <summary>Whether a cell says that there is no value.</summary>
    public static bool IsNothing(string cell) => Nothing.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads <c>True</c>, <c>1</c>, <c>yes</c> and their opposites.</summary>
    public static bool? Flag(string cell) =>
        Yes.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase) ? true
        : No.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase) ? false : null;

    /// <summary>Reads a track id: 22 base-62 characters, bare or at the end of a Spotify URI or link; else <see langword="null"/>.</summary>
    public static string? SpotifyId(string cell)
    {
        var text = cell.Trim();
        var id = text[(text.LastIndexOfAny([':', '/']) + 1)..];
        return id.Length == 22 && id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }

    /// <summary>Reads an ISRC, with or without dashes; else <see langword="null"/>.</summary>
    public static string? Isrc(string cell)
    {
        var code = cell.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == 12 && code.All(char.IsAsciiLetterOrDigit) && code[..2].All(char.IsAsciiLetter) && code[5..].All(char.IsAsciiDigit) ? code : null;
    }

    /// <summary>Reads names: <c>['A', "B's"]</c> (Python, JSON), <c>A;B</c>, or one name; commas outside brackets belong to names.</summary>
    public static IReadOnlyList<string> Names(string cell)
    {
        var text = cell.Trim();
        if (text is ['[', '\'' or '"', .., ']'])
            return Quoted(text[1..^1]);
        if (text == "[]")
            return [];
        return text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    static List<string> Quoted(string text)
    {
        var names = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\'' or '"'))
                continue;
            var (name, end) = UpToQuote(text, i);
            if (name.Trim().Length > 0)
                names.Add(name.Trim());
            i = end;
        }
        return names;
    }

    static (string Name, int End) UpToQuote(string text, int start)
    {
        var name = new StringBuilder();
        var i = start + 1;
        for (; i < text.Length && text[i] != text[start]; i++)
            name.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        return (name.ToString(), i);
    }

    /// <summary>Whether a text holds characters that stand for nothing readable (controls, halves of pairs, U+FFFD from a wrong encoding).</summary>
    public static bool IsBroken(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().IndexOfAny(Broken) >= 0;

    static readonly SearchValues<char> Broken = SearchValues.Create("\u007F\uFFFD");
}
