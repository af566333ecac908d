using MusicFlow.Core.Tracks;
using static MusicFlow.Core.Features.FeatureGroup;

namespace MusicFlow.Core.Features;

/// <summary>The 33 features of the first MusicFlow model, with its names and in its order.</summary>
/// <remarks>
/// Two faults of the original are mended: a key of −1 ("no key detected") is <c>Unknown</c>, and a missing value stays missing.
/// The original's log1p of four of them is left out: trees do not see monotone changes of an input.
/// </remarks>
internal static class SeedFeatures
{
    private const int FirstPitch = 9;

    public static IReadOnlyList<Feature> All { get; } =
    [
        Feature.OfFact("number_of_available_markets", Metadata, ("markets", 0, 300), "markets in which it can be streamed", t => t.AvailableMarkets, v => v),
        Feature.OfFact("num_artists", Metadata, ("artists", 1, 100), "number of artists", t => t.Artists, v => v.Count),
        Feature.OfFact("duration_ms", Metadata, ("ms", 0, 86_400_000), "length", t => t.DurationMs, v => v),
        Feature.OfFact("explicit", Metadata, ("", 0, 1), "explicit lyrics", t => t.Explicit, v => v ? 1 : 0),
        Feature.OfFact("popularity", Metadata, ("of 100", 0, 100), "popularity", t => t.Popularity, v => v),
        Feature.OfFact("release_year", Metadata, ("year", 1860, 2200), "year of release", t => t.Released, v => v.Year),
        Feature.OfFact("release_month", Metadata, ("month", 1, 12), "month of release", t => t.Released, v => v.Month),
        Feature.OfFact("release_day", Metadata, ("day", 1, 31), "day of release", t => t.Released, v => v.Day),
        Feature.OfFact("date_is_complete", Metadata, ("", 0, 1), "release date known to the day", t => t.Released, v => v.Day is null ? 0 : 1) with { TellsPrecision = true },
        Share("danceability", "danceability", t => t.Danceability),
        Share("energy", "energy", t => t.Energy),
        Feature.OfFact("loudness", Sound, ("dB", -60, 10), "loudness", t => t.LoudnessDb, v => v),
        Feature.OfFact("mode", Sound, ("", 0, 1), "major key", t => t.Mode, v => v),
        Share("speechiness", "spoken words", t => t.Speechiness),
        Share("acousticness", "acoustic sound", t => t.Acousticness),
        Share("instrumentalness", "instrumental sound", t => t.Instrumentalness),
        Share("liveness", "live sound", t => t.Liveness),
        Share("valence", "cheerfulness", t => t.Valence),
        Feature.OfFact("tempo", Sound, ("BPM", 0, 300), "tempo", t => t.TempoBpm, v => v),
        Feature.OfFact("time_signature", Sound, ("beats per bar", 0, 12), "time signature", t => t.TimeSignature, v => v),
        .. Enumerable.Range(FirstPitch, Pitches.Names.Count).Select(pitch => Pitch(pitch % Pitches.Names.Count)),
        Feature.OfFact("Unknown", Sound, ("", 0, 1), "no key detected", t => t.Key, v => v < 0 ? 1 : 0),
    ];

    private static Feature Share(string name, string meaning, Func<TrackFacts, Fact<double>?> fact) =>
        Feature.OfFact(name, Sound, ("", 0, 1), meaning, fact, v => v);

    private static Feature Pitch(int pitch) =>
        Feature.OfFact(Pitches.Names[pitch], Sound, ("", 0, 1), $"key of {Pitches.Names[pitch]}", t => t.Key, v => v == pitch ? 1 : 0);
}
