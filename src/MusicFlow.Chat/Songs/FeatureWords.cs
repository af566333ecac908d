using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Songs;

/// <summary>Draws a track's audio features and figures as blocks.</summary>
static class FeatureWords
{
    /// <summary>Features drawn as bars on a prediction's card.</summary>
    public static IReadOnlyList<string> OnCard { get; } = ["popularity", "danceability", "energy", "valence", "acousticness", "tempo"];

    /// <summary>Features that say how a song sounds, drawn as bars.</summary>
    public static IReadOnlyList<string> Sound { get; } =
        ["danceability", "energy", "valence", "acousticness", "instrumentalness", "liveness", "speechiness", "tempo"];

    /// <summary>A bar for a known feature, a field that says so for an unknown one.</summary>
    public static Block Block(Language words, TrackFacts track, Feature feature)
    {
        var value = ValueOf(track, feature);
        var name = words[Texts.Feature(feature.Name)];
        return double.IsNaN(value)
            ? new Block.Field(name, words[Texts.Unknown])
            : new Block.Meter(name, Value(words, feature.Name, value), Share(feature, value));
    }

    /// <summary>The value of a feature that depends on the track alone; NaN when unknown.</summary>
    public static double ValueOf(TrackFacts track, Feature feature) =>
        Math.Round(feature.Value(new FeatureRequest(track, TrackKey.Of(track) ?? default, DateTimeOffset.UnixEpoch, Surroundings.None)), 4);

    /// <summary>How full its bar is, 0–1.</summary>
    public static double Share(Feature feature, double value) => Math.Clamp((value - feature.Min) / (feature.Max - feature.Min), 0, 1);

    /// <summary>A known value with its unit.</summary>
    public static string Value(Language words, string name, double value) => name switch
    {
        "popularity" => words.Say(Texts.OfHundred, ("value", value)),
        "tempo" => words.Say(Texts.Bpm, ("value", value)),
        _ => value.ToString("0.00", words.Culture),
    };
}
