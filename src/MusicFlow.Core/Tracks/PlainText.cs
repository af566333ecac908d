using System.Buffers;
using System.Text;

namespace MusicFlow.Core.Tracks;

/// <summary>Folds titles and names to what people would agree is "the same text": no accents, case, quotes or stray punctuation.</summary>
/// <remarks>
/// Unicode NFKD, marks of alphabets dropped, NFC again (so that kana and Hangul stay whole), lower case, letters without a
/// decomposition spelled out (ø o, ß ss, æ ae), <c>&amp;</c> as <c>and</c>, quotes and the dots of acronyms dropped, all other
/// punctuation a space. Letters of every script stay. Linear in the length of the text; thread-safe.
/// </remarks>
public static class PlainText
{
    /// <summary>Folds a text.</summary>
    /// <param name="text">Any text, any script.</param>
    /// <returns>
    /// Folded words with one space between them. A text of signs only (<c>÷</c>, <c>???</c>) is kept: trimmed, in lower case.
    /// Empty only for an empty or blank text.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = FoldWords(text);
        return words.Length > 0 ? words : text.Trim().ToLowerInvariant();
    }

    /// <summary>Folds a text and gives up signs altogether: a text without letters and digits becomes empty.</summary>
    internal static string FoldWords(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text))
            text = WithoutMarks(text);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length * FoldWriter.MostPerCharacter);
        var writer = new FoldWriter(text, buffer);
        var words = writer.Fold();
        ArrayPool<char>.Shared.Return(buffer);
        return words;
    }

    static string WithoutMarks(ReadOnlySpan<char> text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())     // a lone surrogate arrives as U+FFFD: normalising it would throw
            whole.Append(rune.ToString());
        var kept = new StringBuilder(text.Length);
        foreach (var character in whole.ToString().Normalize(NormalizationForm.FormKD))
            if (!IsDroppedMark(character))
                kept.Append(character);
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Accents, Hebrew points and Arabic vowel signs; not the vowel signs of Indic scripts or the voicing marks of kana, which are letters' equals.</summary>
    static bool IsDroppedMark(char character) => character is
        (>= '\u0300' and <= '\u036F') or (>= '\u0483' and <= '\u0489') or (>= '\u0591' and <= '\u05C7' and not '\u05BE')
        or (>= '\u0610' and <= '\u061A') or (>= '\u064B' and <= '\u065F') or '\u0640' or '\u0670' or (>= '\u06D6' and <= '\u06DC')
        or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE00' and <= '\uFE2F');
}
