using System.Globalization;
using System.Text.Json.Serialization;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Bot.Cards;

/// <summary>One of the few figures that a card shows: what is known of the song, and from where.</summary>
/// <param name="Name">Name of the feature.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit; empty for shares of 1.</param>
/// <param name="Source">Name of the source.</param>
internal sealed record KeyFeature(string Name, double Value, string Unit, string Source)
{
    private const double MsPerMinute = 60_000;

    private static readonly string[] Shown = ["popularity", "release_year", "duration_ms", "danceability", "energy", "valence", "acousticness", "tempo"];

    /// <summary>The known ones of the figures that a card shows, in its order.</summary>
    public static IReadOnlyList<KeyFeature> Of(Prediction prediction) =>
    [
        .. FeatureSchema.Named(Shown)
            .Select(feature => (feature, Value: feature.Value(RequestOf(prediction)), Source: feature.Source(prediction.Track)))
            .Where(figure => !float.IsNaN(figure.Value))
            .Select(figure => new KeyFeature(figure.feature.Name, Math.Round(figure.Value, 4), figure.feature.Unit, figure.Source?.Name ?? "")),
    ];

    /// <summary>The figure as a person reads it.</summary>
    [JsonIgnore]
    public string Words => Name switch
    {
        "duration_ms" => string.Create(CultureInfo.InvariantCulture, $"{(int)(Value / MsPerMinute)}:{(int)(Value % MsPerMinute / 1000):00}"),
        "release_year" => Value.ToString("0", CultureInfo.InvariantCulture),
        _ => $"{Value.ToString("0.##", CultureInfo.InvariantCulture)} {Unit}".TrimEnd(),
    };

    /// <summary>The name as a person reads it.</summary>
    [JsonIgnore]
    public string Label => Name switch { "duration_ms" => "length", "release_year" => "released", _ => Name };

    private static FeatureRequest RequestOf(Prediction prediction) =>
        new(prediction.Track, Core.Tracks.TrackKey.Of(prediction.Track) ?? default, DateTimeOffset.UnixEpoch, Surroundings.None);
}
