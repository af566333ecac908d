using System.Globalization;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Bot.Cards;

/// <summary>One fact of a track, ready to be shown.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Text, number, truth value or list; <see langword="null"/> when unknown.</param>
/// <param name="Unit">Unit; empty where there is none.</param>
/// <param name="Source">Where it comes from; <see langword="null"/> when unknown.</param>
internal sealed record TrackFact(string Name, object? Value, string Unit, FactSource? Source)
{
    /// <summary>The value as a person reads it.</summary>
    public string Words => Value switch
    {
        null => "unknown",
        IEnumerable<string> several => string.Join(", ", several),
        bool yes => yes ? "yes" : "no",
        IFormattable number => $"{number.ToString(null, CultureInfo.InvariantCulture)} {Unit}".TrimEnd(),
        _ => Value.ToString() ?? "",
    };

    /// <summary>Every fact of a track in a fixed order, unknown ones included.</summary>
    public static IReadOnlyList<TrackFact> Of(TrackFacts track) =>
    [
        From("title", track.Title), From("artists", track.Artists), From("album", track.Album),
        new("released", track.Released?.Value.ToString(), "", track.Released?.Source),
        From("genre", track.Genre), From("spotify_id", track.SpotifyId), From("isrc", track.Isrc), From("explicit", track.Explicit),
        From("popularity", track.Popularity, "of 100"), From("available_markets", track.AvailableMarkets, "markets"), From("duration", track.DurationMs, "ms"),
        From("danceability", track.Danceability), From("energy", track.Energy), From("key", track.Key), From("mode", track.Mode),
        From("loudness", track.LoudnessDb, "dB"), From("speechiness", track.Speechiness), From("acousticness", track.Acousticness),
        From("instrumentalness", track.Instrumentalness), From("liveness", track.Liveness), From("valence", track.Valence),
        From("tempo", track.TempoBpm, "BPM"), From("time_signature", track.TimeSignature, "beats per bar"),
    ];

    private static TrackFact From<T>(string name, Fact<T>? fact, string unit = "") => new(name, fact is { } known ? known.Value : null, unit, fact?.Source);
}
