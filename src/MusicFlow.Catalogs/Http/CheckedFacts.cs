using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Http;

/// <summary>Makes facts of what a provider says; what is not of its kind (a tempo of 0, a name of a thousand letters) is unknown.</summary>
/// <param name="source">The provider and the time.</param>
internal readonly struct CheckedFacts(FactSource source)
{
    const int LongestText = 300;
    const int LongestAddress = 1000;
    const int MostArtists = 50;
    const double LongestMs = 86_400_000;

    /// <summary>A text for people.</summary>
    public Fact<string>? Text(string? text) => Clean(text) is { } clean ? new Fact<string>(clean, source) : null;

    /// <summary>Names of artists in billing order.</summary>
    public Fact<IReadOnlyList<string>>? Artists(IEnumerable<string?>? names)
    {
        List<string> clean = [.. (names ?? []).Take(MostArtists).Select(Clean).OfType<string>()];
        return clean.Count > 0 ? new Fact<IReadOnlyList<string>>(clean, source) : null;
    }

    /// <summary>An id of letters, digits and hyphens.</summary>
    public Fact<string>? Id(string? id) =>
        id is { Length: > 0 and <= 40 } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? new Fact<string>(id, source) : null;

    /// <summary>An id that is a number; 0 is none.</summary>
    public Fact<string>? Id(long? id) => id > 0 ? new Fact<string>(id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), source) : null;

    /// <summary>An ISRC, upper case without hyphens.</summary>
    public Fact<string>? Isrc(string? isrc)
    {
        var plain = isrc?.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
        return plain is { Length: 12 } && plain.All(char.IsAsciiLetterOrDigit) ? new Fact<string>(plain, source) : null;
    }

    /// <summary>A release date of any precision.</summary>
    public Fact<ReleaseDate>? Date(string? date) => ReleaseDate.TryParse(date, out var released) ? new Fact<ReleaseDate>(released, source) : null;

    /// <summary>A length in milliseconds, up to a day.</summary>
    public Fact<double>? Duration(double? ms) => ms > 0 ? Number(ms, 1, LongestMs) : null;

    /// <summary>A share of 1.</summary>
    public Fact<double>? Share(double? value) => Number(value, 0, 1);

    /// <summary>A number within limits.</summary>
    public Fact<double>? Number(double? value, double least, double most) =>
        value is { } number && number >= least && number <= most ? new Fact<double>(number, source) : null;

    /// <summary>A whole number within limits.</summary>
    public Fact<int>? Whole(int? value, int least, int most) => value is { } number && number >= least && number <= most ? new Fact<int>(number, source) : null;

    /// <summary>A truth value.</summary>
    public Fact<bool>? Flag(bool? value) => value is { } known ? new Fact<bool>(known, source) : null;

    /// <summary>An address of the web.</summary>
    public Fact<Uri>? Address(string? address) =>
        address is { Length: > 0 and <= LongestAddress } && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? new Fact<Uri>(uri, source) : null;

    static string? Clean(string? text) => text?.Trim() is { Length: > 0 and <= LongestText } clean && !CsvText.IsBroken(clean) ? clean : null;
}
