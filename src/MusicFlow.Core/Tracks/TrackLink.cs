using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>Services whose links the program understands.</summary>
public enum TrackService
{
    /// <summary>Spotify; ids have 22 base-62 characters.</summary>
    Spotify,

    /// <summary>Deezer; ids are numbers.</summary>
    Deezer,

    /// <summary>Apple Music; ids are numbers.</summary>
    Apple,

    /// <summary>MusicBrainz; ids are UUIDs of recordings.</summary>
    MusicBrainz,

    /// <summary>The local catalogue; ids are those of <see cref="TrackId"/>.</summary>
    Catalogue,
}

/// <summary>A track of a streaming service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Id">The track's id there.</param>
public sealed record TrackLink(TrackService Service, string Id)
{
    /// <summary>
    /// Reads <c>open.spotify.com/[intl-xx/]track/ID</c>, <c>spotify:track:ID</c>, a bare Spotify id, <c>t:ID</c> (<see cref="TrackId"/>), <c>deezer.com/[xx/]track/ID</c> and
    /// <c>music.apple.com/xx/song/NAME/ID</c> or <c>…/album/NAME/ALBUM?i=ID</c>,
    /// <c>musicbrainz.org/recording/ID</c>; with or without <c>https://</c> and what trackers append.
    /// </summary>
    /// <param name="text">Text without blanks around it.</param>
    /// <param name="link">The link, when the text is one.</param>
    public static bool TryParse(string text, out TrackLink? link)
    {
        ArgumentNullException.ThrowIfNull(text);
        link = text.Contains(' ') ? null : OfUri(text) ?? OfCatalogue(text) ?? OfId(text) ?? OfAddress(text);
        return link is not null;
    }

    static TrackLink? OfUri(string text) =>
        text.StartsWith("spotify:track:", StringComparison.OrdinalIgnoreCase) && IsSpotifyId(text[14..]) ? new(TrackService.Spotify, text[14..]) : null;

    static TrackLink? OfCatalogue(string text) =>
        TrackId.TryParse(text, out var id) ? new(TrackService.Catalogue, id.Value.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>A bare id: 22 letters and digits of which at least one is a digit; "Supercalifragilistice…" is a title.</summary>
    static TrackLink? OfId(string text) =>
        IsSpotifyId(text) && text.Any(char.IsAsciiDigit) ? new(TrackService.Spotify, text) : null;

    static TrackLink? OfAddress(string text)
    {
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}", UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return null;
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return address.Host.ToLowerInvariant() switch
        {
            "open.spotify.com" or "play.spotify.com" => After("track", path) is { } id && IsSpotifyId(id) ? new(TrackService.Spotify, id) : null,
            "deezer.com" or "www.deezer.com" => After("track", path) is { } id && IsNumber(id) ? new(TrackService.Deezer, id) : null,
            "music.apple.com" or "itunes.apple.com" => AppleId(address, path) is { } id && IsNumber(id) ? new(TrackService.Apple, id) : null,
            "musicbrainz.org" or "beta.musicbrainz.org" => After("recording", path) is { } id && Guid.TryParseExact(id, "D", out var recording) ? new(TrackService.MusicBrainz, recording.ToString()) : null,
            _ => null,
        };
    }

    static string? AppleId(Uri address, string[] path) =>
        path.Contains("song") ? path[^1] : address.Query.TrimStart('?').Split('&').FirstOrDefault(pair => pair.StartsWith("i=", StringComparison.Ordinal))?[2..];

    static string? After(string segment, string[] path) =>
        Array.IndexOf(path, segment) is >= 0 and var at && at + 1 < path.Length ? path[at + 1] : null;

    static bool IsSpotifyId(string id) => id.Length == 22 && id.All(char.IsAsciiLetterOrDigit);

    static bool IsNumber(string id) => id.Length is > 0 and <= 20 && id.All(char.IsAsciiDigit);
}
