namespace MusicFlow.Core.Histories.Exports;

/// <summary>Reads the times that exports write, without allocating.</summary>
internal static class ExportTime
{
    /// <summary>
    /// Reads <c>yyyy-MM-dd HH:mm</c> (account export) and <c>yyyy-MM-ddTHH:mm:ssZ</c> (extended export); seconds, a fraction of them,
    /// <c>T</c> or a space, and <c>Z</c>, <c> UTC</c>, <c>+00:00</c> or nothing are accepted in both.
    /// </summary>
    /// <param name="text">ASCII bytes of the JSON string.</param>
    /// <param name="time">The time in UTC, cut to the second.</param>
    /// <returns><see langword="false"/> when the text is no such time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is < 16 or > 40 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)' ' or (byte)'T') || text[13] != ':') return false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)) return false;
        if (!Digits(text[11..13], out var hour) || !Digits(text[14..16], out var minute) || !Seconds(text[16..], out var second)) return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return false;
        time = new DateTimeOffset(year, month, day, hour, minute, second, TimeSpan.Zero);
        return true;
    }

    static bool Seconds(ReadOnlySpan<byte> rest, out int second)
    {
        second = 0;
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!Digits(rest[1..3], out second)) return false;
            rest = rest[3..];
            if (rest.Length > 1 && rest[0] == '.') rest = rest[1..].TrimStart("0123456789"u8);
        }
        return rest.IsEmpty || rest.SequenceEqual("Z"u8) || rest.SequenceEqual(" UTC"u8) || rest.SequenceEqual("+00:00"u8);
    }

    static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            value = value * 10 + (digit - '0');
        }
        return true;
    }
}
