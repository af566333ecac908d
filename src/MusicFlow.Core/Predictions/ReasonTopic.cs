using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Predictions;

/// <summary>Features that a listener hears as one thing: their contributions are added up and told in one phrase.</summary>
/// <param name="Name">Name of the topic; the words for it stand where the languages are.</param>
/// <param name="Features">Names of the features.</param>
/// <param name="Values">What the phrase tells, for a track and its features' values; NaN where unknown or withheld.</param>
internal sealed record ReasonTopic(string Name, IReadOnlyList<string> Features, Func<TrackFacts, Func<string, float>, IReadOnlyList<float>> Values)
{
    /// <summary>All topics; together they cover every feature exactly once.</summary>
    public static IReadOnlyList<ReasonTopic> All { get; } =
    [
        Of("popularity", "popularity", "popularity_above_artist", "artist_popularity"),
        Of("release", "release_year", "release_month", "release_day", "date_is_complete", "age_years"),
        Of("length", "duration_ms"), Of("lyrics", "explicit"), Of("markets", "number_of_available_markets"), Of("artists", "num_artists"),
        new("title", ["title_is_remix", "title_is_live", "title_is_remaster", "title_is_acoustic", "title_has_guest", "title_has_parenthesis", "title_length"], (_, _) => []),
        Of("danceability", "danceability"), Of("energy", "energy"), Of("speechiness", "speechiness"), Of("acousticness", "acousticness"),
        Of("instrumentalness", "instrumentalness"), Of("liveness", "liveness"), Of("valence", "valence"),
        Of("loudness", "loudness"), Of("tempo", "tempo"), Of("bar", "time_signature"),
        new("key", [.. FeatureSchema.Seed.Skip(20).Select(feature => feature.Name), "mode"], (track, _) => KeyOf(track)),
        Of("artist_catalogue", "artist_catalogue_tracks"),
        new("artist_plays", [.. Names(FeatureGroup.History, "artist_")], (_, value) => [value("artist_streams")]),
        new("album_plays", [.. Names(FeatureGroup.History, "album_")], (_, value) => [value("album_streams")]),
        new("sound", [.. Names(FeatureGroup.Neighbours, "near_")], (_, _) => []),
        new("library", [.. Names(FeatureGroup.Library, "")], (_, value) => [value("library_artist_tracks")]),
        new("own_plays", [.. Names(FeatureGroup.OwnPlays, "own_")], (_, value) => [value("own_streams")]),
    ];

    /// <summary>A topic that is told by the value of its first feature.</summary>
    private static ReasonTopic Of(string name, params string[] features) => new(name, features, (_, value) => [value(features[0])]);

    private static IEnumerable<string> Names(FeatureGroup group, string prefix) =>
        FeatureSchema.All.Where(feature => feature.Group == group && feature.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(feature => feature.Name);

    private static float[] KeyOf(TrackFacts track) =>
        [track.Key is { Value: >= 0 and < 12 } key ? key.Value : float.NaN, track.Mode is { } mode ? mode.Value : float.NaN];
}
