namespace MusicFlow.Core.Tracks;

/// <summary>One fact of a track, without its type: for lists of all that is known.</summary>
/// <param name="Name">What it is, such as <c>available_markets</c>.</param>
/// <param name="Value">Text, number, truth value or list of texts; <see langword="null"/> when unknown.</param>
/// <param name="Unit">Unit in English; empty where there is none.</param>
/// <param name="Source">Where it comes from; <see langword="null"/> when unknown.</param>
public sealed record TrackFact(string Name, object? Value, string Unit, FactSource? Source)
{
    /// <summary>Every fact of a track in a fixed order, unknown ones included.</summary>
    public static IReadOnlyList<TrackFact> Of(TrackFacts track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return
        [
            From("title", track.Title), From("artists", track.Artists), From("album", track.Album),
            new("released", track.Released?.Value.ToString(), "", track.Released?.Source),
            From("genre", track.Genre), From("spotify_id", track.SpotifyId), From("isrc", track.Isrc), From("deezer_id", track.DeezerId), From("apple_id", track.AppleId),
            From("musicbrainz_id", track.MusicBrainzId), new("cover", track.Cover?.Value.AbsoluteUri, "", track.Cover?.Source), From("explicit", track.Explicit),
            From("popularity", track.Popularity, "of 100"), From("available_markets", track.AvailableMarkets, "markets"), From("duration", track.DurationMs, "ms"),
            From("danceability", track.Danceability), From("energy", track.Energy), From("key", track.Key), From("mode", track.Mode),
            From("loudness", track.LoudnessDb, "dB"), From("speechiness", track.Speechiness), From("acousticness", track.Acousticness),
            From("instrumentalness", track.Instrumentalness), From("liveness", track.Liveness), From("valence", track.Valence),
            From("tempo", track.TempoBpm, "BPM"), From("time_signature", track.TimeSignature, "beats per bar"),
        ];
    }

    static TrackFact From<T>(string name, Fact<T>? fact, string unit = "") => new(name, fact is { } known ? known.Value : null, unit, fact?.Source);
}
