using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace MusicFlow.Catalogs.Spotify;

/// <summary>The bot's app at Spotify. Without it Spotify is asked for nothing but the titles of pasted links.</summary>
public sealed partial class SpotifyOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Spotify";

    /// <summary>Client id from developer.spotify.com, 32 hexadecimal digits; empty without an app.</summary>
    [RegularExpression("[0-9A-Za-z]*", ErrorMessage = "Spotify:ClientId holds letters and digits only: copy it from developer.spotify.com.")]
    public string ClientId { get; set; } = "";

    /// <summary>Client secret. A secret: environment or user-secrets only.</summary>
    [RegularExpression("[0-9A-Za-z]*", ErrorMessage = "Spotify:ClientSecret holds letters and digits only: copy it from developer.spotify.com.")]
    public string ClientSecret { get; set; } = "";

    /// <summary>Market whose catalogue is searched, two letters such as <c>DE</c>; empty for none.</summary>
    [RegularExpression("([A-Z]{2})?", ErrorMessage = "Spotify:Market is a country of two capital letters, such as DE.")]
    public string Market { get; set; } = "";

    /// <summary>Where tokens are given out.</summary>
    [Required]
    public Uri AccountsAddress { get; set; } = new("https://accounts.spotify.com/");

    /// <summary>Where links are described without a key (oEmbed).</summary>
    [Required]
    public Uri OpenAddress { get; set; } = new("https://open.spotify.com/");

    /// <summary>Whether there is an app.</summary>
    internal bool HasApp => ClientId.Length > 0 && ClientSecret.Length > 0;

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<SpotifyOptions>;
}
