using MusicFlow.Core.Tracks;

namespace MusicFlow.Web.Api;

/// <summary>Answer of <c>/api/raw_features/</c>: the facts in the shape of Spotify's own objects; null stands for what no source knows.</summary>
internal sealed record RawFeaturesAnswer
{
    /// <summary>Song as asked.</summary>
    public required string TrackName { get; init; }

    /// <summary>Artist as asked.</summary>
    public required string ArtistName { get; init; }

    /// <summary>As Spotify's audio-features object.</summary>
    public required RawAudioFeatures AudioFeatures { get; init; }

    /// <summary>As Spotify's track object.</summary>
    public required RawTrack Track { get; init; }

    /// <summary>Always <c>success</c>.</summary>
    public string Status { get; init; } = "success";

    /// <summary>Always null.</summary>
    public string? FailureType { get; init; }

    /// <summary>What this is.</summary>
    public string Description { get; init; } = "What the sources of this installation know of the track, in the shape of Spotify's objects.";

    /// <summary>Official names of the song that was found.</summary>
    public required SongMetadata Metadata { get; init; }

    /// <summary>Spotify's id of the track.</summary>
    public required string? TrackId { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static RawFeaturesAnswer Of(SongQuestion question, TrackFacts track) => new()
    {
        TrackName = question.Song,
        ArtistName = question.Artist,
        AudioFeatures = RawAudioFeatures.Of(track),
        Track = RawTrack.Of(track),
        Metadata = SongMetadata.Of(track),
        TrackId = track.SpotifyId?.Value,
    };
}

/// <summary>Spotify's audio-features object. Ranges as in <c>/api/features/</c>.</summary>
internal sealed record RawAudioFeatures
{
    /// <summary>0–1.</summary>
    public required double? Danceability { get; init; }

    /// <summary>0–1.</summary>
    public required double? Energy { get; init; }

    /// <summary>−1 to 11.</summary>
    public required int? Key { get; init; }

    /// <summary>In dB.</summary>
    public required double? Loudness { get; init; }

    /// <summary>1 major, 0 minor.</summary>
    public required int? Mode { get; init; }

    /// <summary>0–1.</summary>
    public required double? Speechiness { get; init; }

    /// <summary>0–1.</summary>
    public required double? Acousticness { get; init; }

    /// <summary>0–1.</summary>
    public required double? Instrumentalness { get; init; }

    /// <summary>0–1.</summary>
    public required double? Liveness { get; init; }

    /// <summary>0–1.</summary>
    public required double? Valence { get; init; }

    /// <summary>Beats per minute.</summary>
    public required double? Tempo { get; init; }

    /// <summary>Always <c>audio_features</c>.</summary>
    public string Type { get; init; } = "audio_features";

    /// <summary>Spotify's id of the track.</summary>
    public required string? Id { get; init; }

    /// <summary>Spotify's URI of the track.</summary>
    public required string? Uri { get; init; }

    /// <summary>Where Spotify tells of the track.</summary>
    public required string? TrackHref { get; init; }

    /// <summary>Where Spotify tells of its analysis.</summary>
    public required string? AnalysisUrl { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public required int? DurationMs { get; init; }

    /// <summary>Beats per bar.</summary>
    public required int? TimeSignature { get; init; }

    /// <summary>Puts facts into the shape.</summary>
    public static RawAudioFeatures Of(TrackFacts track)
    {
        var sound = AudioFeaturesShape.Of(track);
        return new RawAudioFeatures
        {
            Danceability = sound.Danceability,
            Energy = sound.Energy,
            Key = sound.Key,
            Loudness = sound.Loudness,
            Mode = sound.Mode,
            Speechiness = sound.Speechiness,
            Acousticness = sound.Acousticness,
            Instrumentalness = sound.Instrumentalness,
            Liveness = sound.Liveness,
            Valence = sound.Valence,
            Tempo = sound.Tempo,
            Id = sound.Id,
            Uri = SpotifyAddress.Uri(sound.Id),
            TrackHref = SpotifyAddress.Api("tracks", sound.Id),
            AnalysisUrl = SpotifyAddress.Api("audio-analysis", sound.Id),
            DurationMs = Whole.Of(track.DurationMs),
            TimeSignature = sound.TimeSignature,
        };
    }
}
