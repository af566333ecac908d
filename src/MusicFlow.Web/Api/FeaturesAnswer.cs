using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>Answer of <c>/api/features/</c>; null stands for what no source knows.</summary>
internal sealed record FeaturesAnswer
{
    /// <summary>About the track.</summary>
    public required TrackShape Track { get; init; }

    /// <summary>About its album.</summary>
    public required AlbumShape Album { get; init; }

    /// <summary>How it sounds.</summary>
    public required AudioFeaturesShape AudioFeatures { get; init; }

    /// <summary>Official names of the song that was found.</summary>
    public required SongMetadata Metadata { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static FeaturesAnswer Of(SongQuestion question, TrackFacts track) => new()
    {
        Track = TrackShape.Of(question, track),
        Album = AlbumShape.Of(track),
        AudioFeatures = AudioFeaturesShape.Of(track),
        Metadata = SongMetadata.Of(track),
    };
}

/// <summary>Facts of a track.</summary>
internal sealed record TrackShape
{
    /// <summary>Song as asked.</summary>
    public required string TrackName { get; init; }

    /// <summary>Artist as asked.</summary>
    public required string ArtistName { get; init; }

    /// <summary>Markets in which it can be streamed.</summary>
    public required int? NumberOfAvailableMarkets { get; init; }

    /// <summary>Number of its artists.</summary>
    public required int? NumArtists { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public required int? DurationMs { get; init; }

    /// <summary>Whether its lyrics are marked explicit.</summary>
    public required bool? Explicit { get; init; }

    /// <summary>Popularity, 0–100.</summary>
    public required int? Popularity { get; init; }

    /// <summary>International Standard Recording Code, 12 characters.</summary>
    public required string? Isrc { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static TrackShape Of(SongQuestion question, TrackFacts track) => new()
    {
        TrackName = question.Song,
        ArtistName = question.Artist,
        NumberOfAvailableMarkets = track.AvailableMarkets?.Value,
        NumArtists = track.Artists?.Value.Count,
        DurationMs = Whole.Of(track.DurationMs),
        Explicit = track.Explicit?.Value,
        Popularity = Whole.Of(track.Popularity),
        Isrc = track.Isrc?.Value,
    };
}

/// <summary>Facts of an album. Month and day are 1 where its source does not know them, and <c>date_is_complete</c> says so.</summary>
internal sealed record AlbumShape
{
    /// <summary><c>day</c>, <c>month</c> or <c>year</c>.</summary>
    public required string? ReleaseDatePrecision { get; init; }

    /// <summary>Calendar year.</summary>
    public required int? ReleaseYear { get; init; }

    /// <summary>1–12.</summary>
    public required int? ReleaseMonth { get; init; }

    /// <summary>1–31.</summary>
    public required int? ReleaseDay { get; init; }

    /// <summary>Whether the date is known to the day.</summary>
    public required bool? DateIsComplete { get; init; }

    /// <summary>Title of the album.</summary>
    public required string? Album { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static AlbumShape Of(TrackFacts track)
    {
        var released = track.Released?.Value;
        return new AlbumShape
        {
            ReleaseDatePrecision = Precision(released),
            ReleaseYear = released?.Year,
            ReleaseMonth = released is { } dated ? dated.Month ?? 1 : null,
            ReleaseDay = released is { } day ? day.Day ?? 1 : null,
            DateIsComplete = released is { } date ? date.Day is not null : null,
            Album = track.Album?.Value,
        };
    }

    /// <summary>How precisely a date is known, in Spotify's words.</summary>
    public static string? Precision(ReleaseDate? released) => released switch
    {
        null => null,
        { Month: null } => "year",
        { Day: null } => "month",
        _ => "day",
    };
}
