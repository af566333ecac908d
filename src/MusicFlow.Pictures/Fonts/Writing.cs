using System.Buffers;
using System.Globalization;
using System.Text;

namespace MusicFlow.Pictures.Fonts;

/// <summary>Turns text into what the fonts can write, or says that they cannot. Nothing is ever drawn as a box.</summary>
/// <remarks>
/// Written are scripts that stand one letter after another from left to right: Latin, Greek, Cyrillic, Armenian, Georgian, with
/// punctuation and symbols. Scripts that need shaping or run from right to left, and pictographs, are not, even where a font has
/// their letters: wrong writing is worse than none.
/// </remarks>
internal static class Writing
{
    /// <summary>Longest text looked at, in UTF-16 units; no drawing shows more.</summary>
    const int Longest = 400;

    /// <summary>First and last code points of what is written letter by letter.</summary>
    static readonly (int First, int Last)[] Blocks =
    [
        (0x0020, 0x02FF), (0x0370, 0x058F), (0x10A0, 0x10FF), (0x1C90, 0x1CBF), (0x1D00, 0x1DBF), (0x1E00, 0x1FFF), (0x2000, 0x20CF),
        (0x2100, 0x2BFF), (0x2C60, 0x2C7F), (0x2D00, 0x2D2F), (0x2DE0, 0x2E7F), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xFB00, 0xFB06),
    ];

    /// <summary>What may stand for a character that the fonts lack.</summary>
    static readonly Dictionary<int, string> Substitutes = new (int Character, string Substitute)[]
    {
        (0x2018, "'"), (0x2019, "'"), (0x02BC, "'"), (0x201C, "\""), (0x201D, "\""), (0x2010, "-"), (0x2011, "-"), (0x2013, "-"),
        (0x2014, "-"), (0x2015, "-"), (0x2026, "..."), (0x301C, "~"), (0xFF5E, "~"),
    }.ToDictionary(pair => pair.Character, pair => pair.Substitute);

    /// <summary>The text as the fonts can write it: composed, on one line, without invisible characters.</summary>
    /// <param name="text">Any text; what lies beyond the first 400 UTF-16 units is cut.</param>
    /// <returns><see langword="null"/> where a character cannot be written, or nothing is left.</returns>
    public static string? TryWrite(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || Composed(text) is not { } composed) return null;
        var written = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                if (written.Length > 0 && written[^1] != ' ') written.Append(' ');
            }
            else if (!IsInvisible(rune) && !TryAppend(written, rune)) return null;
        }
        return written.ToString().TrimEnd() is { Length: > 0 } result ? result : null;
    }

    /// <summary>Normal form C of at most <see cref="Longest"/> units; <see langword="null"/> where a surrogate stands alone or a code point is no character.</summary>
    static string? Composed(string text)
    {
        if (text.Length > Longest) text = text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) is not OperationStatus.Done || IsNoCharacter(rune.Value)) return null;
            rest = rest[used..];
        }
        return text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Code points that Unicode keeps from ever becoming characters.</summary>
    static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    static bool TryAppend(StringBuilder written, Rune rune)
    {
        if (IsWrittenByLetter(rune.Value) && Typeface.Regular.Find(rune.Value) is not null)
        {
            written.Append(rune.ToString());
            return true;
        }
        if (!Substitutes.TryGetValue(rune.Value, out var substitute)) return false;
        written.Append(substitute);
        return true;
    }

    static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control;

    /// <summary>Zero-width characters, direction marks and the like; a joiner between pictographs does no harm, for those are not written.</summary>
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F or 0x034F;

    static bool IsWrittenByLetter(int character) => Array.Exists(Blocks, block => character >= block.First && character <= block.Last)
        && CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned);
}
