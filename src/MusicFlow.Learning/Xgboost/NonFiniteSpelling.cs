namespace MusicFlow.Learning.Xgboost;

/// <summary>Bridges the one place where XGBoost's files are not JSON: bare <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
/// <remarks>Each is overwritten by a string of the same length, so that positions in error messages stay right.</remarks>
internal static class NonFiniteSpelling
{
    /// <summary>Puts the bare words in quotes, in place; text inside strings stays as it is.</summary>
    public static void Quote(Span<byte> utf8)
    {
        for (var at = 0; at < utf8.Length; at++)
        {
            var next = utf8[at..].IndexOfAny((byte)'"', (byte)'N', (byte)'I');
            if (next < 0) return;
            at += next;
            var rest = utf8[at..];
            if (rest[0] == '"') at += LengthOfString(rest) - 1;
            else if (rest.StartsWith("NaN"u8)) at += Overwrite(rest, "\"N\""u8) - 1;
            else if (rest.StartsWith("Infinity"u8)) at += OverwriteInfinity(utf8, at) - 1;
        }
    }

    /// <summary>The value that a quoted word stands for.</summary>
    public static bool TryRead(string word, out float value)
    {
        (var known, value) = word switch
        {
            "N" => (true, float.NaN),
            "Infini" => (true, float.PositiveInfinity),
            "-Infini" => (true, float.NegativeInfinity),
            _ => (false, 0f),
        };
        return known;
    }

    static int OverwriteInfinity(Span<byte> utf8, int at)
    {
        var negative = at > 0 && utf8[at - 1] == '-';
        return negative ? Overwrite(utf8[(at - 1)..], "\"-Infini\""u8) - 1 : Overwrite(utf8[at..], "\"Infini\""u8);
    }

    static int Overwrite(Span<byte> place, ReadOnlySpan<byte> text)
    {
        text.CopyTo(place);
        return text.Length;
    }

    static int LengthOfString(ReadOnlySpan<byte> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            var next = rest[i..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0) return rest.Length;
            i += next;
            if (rest[i] == '"') return i + 1;
            i++;
        }
        return rest.Length;
    }
}
