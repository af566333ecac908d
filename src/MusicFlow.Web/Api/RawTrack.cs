using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>Spotify's track object, as far as its facts are kept.</summary>
internal sealed record RawTrack
{
    /// <summary>Its album.</summary>
    public required RawAlbum Album { get; init; }

    /// <summary>Its artists in billing order.</summary>
    public required IReadOnlyList<RawArtist> Artists { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public required int? DurationMs { get; init; }

    /// <summary>Whether its lyrics are marked explicit.</summary>
    public required bool? Explicit { get; init; }

    /// <summary>Its codes.</summary>
    public required RawCodes ExternalIds { get; init; }

    /// <summary>Its pages.</summary>
    public required RawAddresses ExternalUrls { get; init; }

    /// <summary>Where Spotify tells of it.</summary>
    public required string? Href { get; init; }

    /// <summary>Spotify's id.</summary>
    public required string? Id { get; init; }

    /// <summary>Always false.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Official title.</summary>
    public required string? Name { get; init; }

    /// <summary>Popularity, 0–100.</summary>
    public required int? Popularity { get; init; }

    /// <summary>Address of a sound sample; null where none is known.</summary>
    public string? PreviewUrl { get; init; }

    /// <summary>Always <c>track</c>.</summary>
    public string Type { get; init; } = "track";

    /// <summary>Spotify's URI.</summary>
    public required string? Uri { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static RawTrack Of(TrackFacts track)
    {
        var id = track.SpotifyId?.Value;
        return new RawTrack
        {
            Album = RawAlbum.Of(track),
            Artists = [.. (track.Artists?.Value ?? []).Select(name => new RawArtist(name))],
            DurationMs = Whole.Of(track.DurationMs),
            Explicit = track.Explicit?.Value,
            ExternalIds = new RawCodes(track.Isrc?.Value),
            ExternalUrls = new RawAddresses(SpotifyAddress.Page(id)),
            Href = SpotifyAddress.Api("tracks", id),
            Id = id,
            Name = track.Title?.Value,
            Popularity = Whole.Of(track.Popularity),
            Uri = SpotifyAddress.Uri(id),
        };
    }
}

/// <summary>Spotify's album object, as far as its facts are kept.</summary>
/// <param name="Name">Title.</param>
/// <param name="ReleaseDate"><c>2015</c>, <c>2015-07</c> or <c>2015-07-17</c>.</param>
/// <param name="ReleaseDatePrecision"><c>year</c>, <c>month</c> or <c>day</c>.</param>
/// <param name="Type">Always <c>album</c>.</param>
internal sealed record RawAlbum(string? Name, string? ReleaseDate, string? ReleaseDatePrecision, string Type = "album")
{
    /// <summary>Puts facts into the shape.</summary>
    public static RawAlbum Of(TrackFacts track) => new(track.Album?.Value, track.Released?.Value.ToString(), AlbumShape.Precision(track.Released?.Value));
}

/// <summary>Spotify's artist object, as far as its facts are kept.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Always <c>artist</c>.</param>
internal sealed record RawArtist(string Name, string Type = "artist");

/// <summary>Codes of a recording.</summary>
/// <param name="Isrc">International Standard Recording Code.</param>
internal sealed record RawCodes(string? Isrc);

/// <summary>Pages about a track.</summary>
/// <param name="Spotify">Its page on Spotify.</param>
internal sealed record RawAddresses(string? Spotify);

/// <summary>Addresses that follow from a Spotify id; <see langword="null"/> without one.</summary>
internal static class SpotifyAddress
{
    /// <summary>Such as <c>spotify:track:6K4t31amVTZDgR3sKmwUJJ</c>.</summary>
    public static string? Uri(string? id) => id is null ? null : $"spotify:track:{id}";

    /// <summary>Where Spotify's Web API tells of a track.</summary>
    public static string? Api(string resource, string? id) => id is null ? null : $"https://api.spotify.com/v1/{resource}/{id}";

    /// <summary>Where people hear it.</summary>
    public static string? Page(string? id) => id is null ? null : $"https://open.spotify.com/track/{id}";
}
