using MusicFlow.Catalogs.Http;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Spotify;

/// <summary>Turns Spotify's shapes into facts.</summary>
internal static class SpotifyFacts
{
    /// <summary>The facts of a track.</summary>
    public static TrackFacts Of(SpotifyTrack track, FactSource source)
    {
        var facts = new CheckedFacts(source);
        return new TrackFacts
        {
            Title = facts.Text(track.Name),
            Artists = facts.Artists(track.Artists?.Select(artist => artist?.Name)),
            Album = facts.Text(track.Album?.Name),
            Released = facts.Date(track.Album?.ReleaseDate),
            SpotifyId = track.Id is { Length: 22 } ? facts.Id(track.Id) : null,
            Isrc = facts.Isrc(track.ExternalIds?.Isrc),
            Cover = facts.Address(track.Album?.Images is [{ } cover, ..] ? cover.Url : null),
            Explicit = facts.Flag(track.Explicit),
            Popularity = facts.Number(track.Popularity, 0, 100),
            AvailableMarkets = facts.Whole(track.AvailableMarkets?.Count, 1, 300),
            DurationMs = facts.Duration(track.DurationMs),
        };
    }

    /// <summary>The audio features.</summary>
    public static TrackFacts Of(SpotifyFeatures features, FactSource source)
    {
        var facts = new CheckedFacts(source);
        return new TrackFacts
        {
            Danceability = facts.Share(features.Danceability),
            Energy = facts.Share(features.Energy),
            Key = facts.Whole(features.Key, -1, 11),
            Mode = facts.Whole(features.Mode, 0, 1),
            LoudnessDb = facts.Number(features.Loudness, -100, 10),
            Speechiness = facts.Share(features.Speechiness),
            Acousticness = facts.Share(features.Acousticness),
            Instrumentalness = facts.Share(features.Instrumentalness),
            Liveness = facts.Share(features.Liveness),
            Valence = facts.Share(features.Valence),
            TempoBpm = facts.Number(features.Tempo, 20, 300),
            TimeSignature = facts.Whole(features.TimeSignature, 1, 12),
        };
    }
}
