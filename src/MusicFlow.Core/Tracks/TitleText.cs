using System.Buffers;

namespace MusicFlow.Core.Tracks;

/// <summary>Folds a title to the words that name one recording, leaving out guests and editions.</summary>
internal static class TitleText
{
    static readonly SearchValues<string> Openers = SearchValues.Create(
        ["(", "[", "（", "【", " - ", " – ", " — ", " ‐ ", " − ", " feat", " ft", " remix"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a title may have additions at all: most have none and need not be taken apart.</summary>
    public static bool HasAdditions(string title) => title.AsSpan().ContainsAny(Openers);

    /// <summary>Whether a name ends with "remix" although nothing sets it off: <c>Old Town Road Remix</c>.</summary>
    public static bool EndsWithRemix(string name) => name.EndsWith(" remix", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folded title; remix, live, acoustic and any other wording stay, guests, editions and origins go.</summary>
    public static string OfRecording(string title)
    {
        if (!HasAdditions(title))
            return PlainText.Fold(title);
        var parts = TitleParts.Of(title);
        var name = PlainText.FoldWords(parts.Name);
        if (name.Length == 0)
            return PlainText.Fold(title);
        var kept = parts.Additions.Select(Kept).Where(words => words.Length > 0);
        return string.Join(' ', kept.Prepend(name));
    }

    /// <summary>The folded title without any addition: what a person types.</summary>
    public static string OfSong(string title) =>
        HasAdditions(title) && PlainText.FoldWords(TitleParts.Of(title).Name) is { Length: > 0 } name ? name : PlainText.Fold(title);

    static string Kept(string[] words)
    {
        if (EditionWords.IsGuest(words) || EditionWords.IsOrigin(words) || EditionWords.IsEdition(words))
            return "";
        if (!EditionWords.IsRemaster(words))
            return string.Join(' ', words);
        var isVersion = EditionWords.IsLive(words) || EditionWords.IsRemix(words) || EditionWords.IsAcoustic(words);
        return isVersion ? string.Join(' ', EditionWords.WithoutRemaster(words)) : "";
    }
}
