using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>A release date as precise as its source knows it.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Month">1–12, or <see langword="null"/> when only the year is known.</param>
/// <param name="Day">1–31, or <see langword="null"/> when only the month is known.</param>
public readonly record struct ReleaseDate(int Year, int? Month, int? Day)
{
    /// <summary>First year of recorded sound, below which a year is a mistake.</summary>
    public const int FirstYear = 1860;

    /// <summary>Reads <c>2015</c>, <c>2015-07</c> or <c>2015-07-17</c> (also with a time behind, or <c>2015.0</c> as spreadsheets write years).</summary>
    /// <param name="text">Text of a source.</param>
    /// <param name="date">The date, when the text is one from 1860 to 2100.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ReleaseDate date)
    {
        date = default;
        text = text.Trim();
        if (text.EndsWith(".0", StringComparison.Ordinal))
            text = text[..^2];
        if (text.Length < 4 || !TryNumber(text[..4], FirstYear, 2100, out var year))
            return false;
        if (text.Length == 4)
            return Made(new ReleaseDate(year, null, null), out date);
        if (text.Length < 7 || text[4] != '-' || !TryNumber(text[5..7], 1, 12, out var month))
            return false;
        if (text.Length == 7)
            return Made(new ReleaseDate(year, month, null), out date);
        return text.Length >= 10 && text[7] == '-' && (text.Length == 10 || text[10] is 'T' or ' ')
            && TryNumber(text[8..10], 1, DateTime.DaysInMonth(year, month), out var day)
            && Made(new ReleaseDate(year, month, day), out date);
    }

    /// <summary>Writes the date as precisely as it is known: <c>2015</c>, <c>2015-07</c> or <c>2015-07-17</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
    };

    static bool Made(ReleaseDate made, out ReleaseDate date)
    {
        date = made;
        return true;
    }

    static bool TryNumber(ReadOnlySpan<char> text, int least, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
