namespace MusicFlow.Core.Tracks;

/// <summary>How alike two folded texts are, from 0 to 1.</summary>
public static class TextSimilarity
{
    /// <summary>Words less alike than this are different words.</summary>
    const double SameWord = 0.6;

    /// <summary>What a text of the same words in another order is worth.</summary>
    const double Reordered = 0.97;

    /// <summary>The better of two measures: edits of the whole text, and words matched one by one.</summary>
    public static double Of(string left, string right)
    {
        if (left == right)
            return left.Length > 0 ? 1 : 0;
        var edits = ByEdits(left, right);
        return left.Contains(' ') || right.Contains(' ') ? Math.Max(edits, Reordered * ByWords(left, right)) : edits;
    }

    /// <summary>1 − edits / length of the longer text; an edit inserts, deletes or changes a letter, or swaps two neighbours (optimal string alignment).</summary>
    public static double ByEdits(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var longer = Math.Max(left.Length, right.Length);
        return longer == 0 ? 0 : 1 - (double)Distance(left, right) / longer;
    }

    static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var width = right.Length + 1;
        Span<int> rows = width * 3 <= 1_024 ? stackalloc int[width * 3] : new int[width * 3];
        var before = rows[..width];
        var above = rows[width..(2 * width)];
        var current = rows[(2 * width)..];
        for (var j = 0; j < width; j++)
            above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j < width; j++)
            {
                var change = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(above[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
            }
            var spare = before;
            before = above;
            above = current;
            current = spare;
        }
        return above[^1];
    }

    /// <summary>Share of letters that stand in words both texts have; each word is matched at most once, to the likest.</summary>
    static double ByWords(string left, string right)
    {
        var mine = left.Split(' ');
        var theirs = right.Split(' ');
        var isTaken = new bool[theirs.Length];
        var shared = 0d;
        foreach (var word in mine)
        {
            var (best, at) = (SameWord, -1);
            for (var j = 0; j < theirs.Length; j++)
                if (!isTaken[j] && ByEdits(word, theirs[j]) is var alike && alike > best)
                    (best, at) = (alike, j);
            if (at < 0)
                continue;
            isTaken[at] = true;
            shared += best * (word.Length + theirs[at].Length);
        }
        return shared / (mine.Sum(word => word.Length) + theirs.Sum(word => word.Length));
    }
}
