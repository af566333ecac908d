using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Parsing;

/// <summary>Reads which song a longer text is about: shared links come with words around them, cards with lines below the title.</summary>
static class SongText
{
    /// <summary>Words further back than this are not searched for a link.</summary>
    const int MostWords = 200;

    static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u00A0', '\u2028', '\u2029'];

    /// <summary>The first link to a track, else the first line that is not blank; at most <see cref="TrackQuery.LongestText"/> + 1 characters, so that a longer text is still refused.</summary>
    public static string Of(string text)
    {
        var words = text.Split(Blanks, MostWords, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && words.FirstOrDefault(IsTrackAddress) is { } link) return link;
        var line = text.EnumerateLines().GetEnumerator();
        while (line.MoveNext())
            if (line.Current.Trim() is { Length: > 0 } song)
                return song[..Math.Min(song.Length, TrackQuery.LongestText + 1)].ToString();
        return "";
    }

    static bool IsTrackAddress(string word) => word.Contains('/', StringComparison.Ordinal) && word.Length <= TrackQuery.LongestText && TrackLink.TryParse(word, out _);
}
