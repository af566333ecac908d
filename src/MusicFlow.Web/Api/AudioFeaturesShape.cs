using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>How a track sounds, as Spotify's Web API defines it (<c>audio-features</c>).</summary>
internal sealed record AudioFeaturesShape
{
    /// <summary>Suitability for dancing, 0–1.</summary>
    public required double? Danceability { get; init; }

    /// <summary>Intensity, 0–1.</summary>
    public required double? Energy { get; init; }

    /// <summary>Pitch class, 0 = C … 11 = B; −1 when no key was detected.</summary>
    public required int? Key { get; init; }

    /// <summary>Mean loudness in dB, typically −60 to 0.</summary>
    public required double? Loudness { get; init; }

    /// <summary>1 major, 0 minor.</summary>
    public required int? Mode { get; init; }

    /// <summary>Presence of spoken words, 0–1.</summary>
    public required double? Speechiness { get; init; }

    /// <summary>Confidence that the track is acoustic, 0–1.</summary>
    public required double? Acousticness { get; init; }

    /// <summary>Confidence that the track has no vocals, 0–1.</summary>
    public required double? Instrumentalness { get; init; }

    /// <summary>Presence of an audience, 0–1.</summary>
    public required double? Liveness { get; init; }

    /// <summary>Musical positiveness, 0–1.</summary>
    public required double? Valence { get; init; }

    /// <summary>Beats per minute.</summary>
    public required double? Tempo { get; init; }

    /// <summary>Spotify's id of the track.</summary>
    public required string? Id { get; init; }

    /// <summary>Beats per bar.</summary>
    public required int? TimeSignature { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static AudioFeaturesShape Of(TrackFacts track) => new()
    {
        Danceability = track.Danceability?.Value,
        Energy = track.Energy?.Value,
        Key = track.Key?.Value,
        Loudness = track.LoudnessDb?.Value,
        Mode = track.Mode?.Value,
        Speechiness = track.Speechiness?.Value,
        Acousticness = track.Acousticness?.Value,
        Instrumentalness = track.Instrumentalness?.Value,
        Liveness = track.Liveness?.Value,
        Valence = track.Valence?.Value,
        Tempo = track.TempoBpm?.Value,
        Id = track.SpotifyId?.Value,
        TimeSignature = track.TimeSignature?.Value,
    };
}

/// <summary>Official names of a song.</summary>
/// <param name="Song">Title.</param>
/// <param name="Artist">Artists in billing order.</param>
/// <param name="Album">Title of the album; null where no source knows it.</param>
internal sealed record SongMetadata(string? Song, IReadOnlyList<string> Artist, string? Album)
{
    /// <summary>Puts facts into the shape.</summary>
    public static SongMetadata Of(TrackFacts track) => new(track.Title?.Value, track.Artists?.Value ?? [], track.Album?.Value);
}

/// <summary>Facts that are whole numbers for the readers of the API.</summary>
internal static class Whole
{
    /// <summary>The nearest whole number; <see langword="null"/> for an unknown fact.</summary>
    public static int? Of(Fact<double>? fact) => fact is { } known ? (int)Math.Clamp(Math.Round(known.Value), int.MinValue, int.MaxValue) : null;
}
