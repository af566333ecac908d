using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Catalogs.TidyTuesday;

/// <summary>Where the TidyTuesday song list is fetched from.</summary>
public sealed partial class TidyTuesdayOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Catalogs:TidyTuesday";

    /// <summary>Address of the file. Default: <c>spotify_songs.csv</c> of 2020-01-21 (32,833 rows, about 8 MB).</summary>
    [Required]
    public Uri Address { get; set; } = new("https://raw.githubusercontent.com/rfordatascience/tidytuesday/main/data/2020/2020-01-21/spotify_songs.csv");

    /// <summary>
    /// SHA-256 that the file must have, 64 hexadecimal digits. Empty (default): not checked, because the publisher states none;
    /// the import checks every row anyway. Set it to the hash that a first download prints, to be told of changes.
    /// </summary>
    [RegularExpression("([0-9A-Fa-f]{64})?")]
    public string Sha256 { get; set; } = "";

    /// <summary>Largest file that is accepted, in bytes. Default 200 MB.</summary>
    [Range(1, 10_000_000_000)]
    public long MaxBytes { get; set; } = 200_000_000;

    /// <summary>Longest silence of the server before the download is given up. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<TidyTuesdayOptions>;
}
