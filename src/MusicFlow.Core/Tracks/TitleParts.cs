namespace MusicFlow.Core.Tracks;

/// <summary>A title taken apart: the song's own name, and the additions in brackets, behind dashes or behind <c>feat.</c></summary>
/// <param name="Name">What stands outside the additions, as written.</param>
/// <param name="Additions">Folded words of each addition; those in brackets first, then the others, in order.</param>
/// <param name="HasBrackets">Whether anything but the start of the title stands in brackets.</param>
internal sealed record TitleParts(string Name, IReadOnlyList<string[]> Additions, bool HasBrackets)
{
    static readonly string[] Dashes = [" - ", " – ", " — ", " ‐ ", " − "];
    static readonly string[] Guests = [" feat. ", " feat ", " ft. ", " ft ", " featuring "];

    /// <summary>Takes a title apart; brackets that never close, and those a title starts with, belong to the name.</summary>
    public static TitleParts Of(string title)
    {
        var additions = new List<string[]>();
        var open = CutBrackets(title, additions);
        var segments = open.Split(Dashes, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (segments.Length == 0)
            return new TitleParts(title, [], false);
        var name = CutGuests(segments[0], additions);
        foreach (var segment in segments.AsSpan(1))
            Add(CutGuests(segment, additions), additions);
        return new TitleParts(name, additions, !ReferenceEquals(open, title));
    }

    static string CutBrackets(string title, List<string[]> additions)
    {
        var from = 1;
        while (from < title.Length && title.AsSpan(from).IndexOfAny("([（【") is >= 0 and var at)
        {
            var start = from + at;
            var end = Closing(title, start);
            if (end < 0)
                break;
            Add(title[(start + 1)..end], additions);
            title = $"{title.AsSpan(0, start).TrimEnd()} {title.AsSpan(end + 1).TrimStart()}";
            from = Math.Max(1, start - 1);
        }
        return title;
    }

    static int Closing(string title, int start)
    {
        var depth = 0;
        for (var i = start; i < title.Length; i++)
        {
            depth += title[i] is '(' or '[' or '（' or '【' ? 1 : title[i] is ')' or ']' or '）' or '】' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return -1;
    }

    static string CutGuests(string text, List<string[]> additions)
    {
        foreach (var separator in Guests)
            if (text.IndexOf(separator, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                additions.Add(["feat", .. PlainText.FoldWords(text.AsSpan(at + separator.Length)).Split(' ')]);
                return text[..at];
            }
        return text;
    }

    static void Add(string addition, List<string[]> additions)
    {
        foreach (var piece in addition.Split(" / "))
            if (PlainText.FoldWords(CutGuests(piece, additions)) is { Length: > 0 } words)
                additions.Add(words.Split(' '));
    }
}
