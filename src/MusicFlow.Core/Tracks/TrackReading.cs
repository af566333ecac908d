namespace MusicFlow.Core.Tracks;

/// <summary>One way to read a query.</summary>
/// <param name="Song">The words taken for the title, as written.</param>
/// <param name="Artist">The words taken for the artist, or <see langword="null"/> when the text does not say where one begins.</param>
public sealed record TrackReading(string Song, string? Artist)
{
    /// <summary>Most places at which a text is taken apart.</summary>
    const int MostSplits = 4;

    static readonly string[] Dashes = [" - ", " – ", " — ", " ‐ ", " − ", " | ", " ~ "];
    static readonly char[] Quotes = ['"', '“', '”', '„', '«', '»', '\'', '‘', '’', '`', '「', '」', '『', '』'];

    /// <summary>Every way to read a text: both orders at each dash, both sides of each <c>by</c>, the quoted part and the rest, and the whole as a song.</summary>
    /// <param name="text">Text of a query.</param>
    internal static IReadOnlyList<TrackReading> AllOf(string text)
    {
        var readings = new List<TrackReading>();
        foreach (var (left, right) in Splits(text, Dashes))
        {
            Add(left, right);
            Add(right, left);
        }
        foreach (var (left, right) in Splits(text, [" by ", " BY ", " By "]).Reverse())
            Add(left, right);
        AddQuoted(text, Add);
        // A long dash without blanks, or a hyphen with one: "song -artist", "song—artist".
        if (readings.Count == 0)
            foreach (var (left, right) in Splits(text, ["—", "–", " -", "- "]))
            {
                Add(left, right);
                Add(right, left);
            }
        readings.Add(new TrackReading(text.Trim(Quotes), null));
        return [.. readings.Distinct()];

        void Add(string song, string artist)
        {
            if (song.Trim().Trim(Quotes).Trim() is { Length: > 0 } s && artist.Trim().Trim(Quotes).Trim() is { Length: > 0 } a)
                readings.Add(new TrackReading(s, a));
        }
    }

    /// <summary>Takes the text apart at each separator: the outermost two first, so that "a - b - c" is tried as song "a" and as song "a - b".</summary>
    static IEnumerable<(string Left, string Right)> Splits(string text, string[] separators)
    {
        var places = separators.SelectMany(separator => Places(text, separator)).OrderBy(place => place.At).ToList();
        return places.Take(MostSplits).Select(place => (text[..place.At], text[(place.At + place.Length)..]));
    }

    static IEnumerable<(int At, int Length)> Places(string text, string separator)
    {
        for (var at = text.IndexOf(separator, StringComparison.Ordinal); at >= 0; at = text.IndexOf(separator, at + 1, StringComparison.Ordinal))
            yield return (at, separator.Length);
    }

    static void AddQuoted(string text, Action<string, string> add)
    {
        var open = text.IndexOfAny(['"', '“', '„', '«', '「', '『']);
        var close = open < 0 ? -1 : text.IndexOfAny(['"', '”', '“', '»', '」', '』'], open + 1);
        if (close > open + 1)
            add(text[(open + 1)..close], WithoutBy(text[..open] + " " + text[(close + 1)..]));
    }

    static string WithoutBy(string rest)
    {
        var words = rest.Trim().Trim('-', '–', '—').Trim();
        return words.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? words[3..] : words;
    }
}
