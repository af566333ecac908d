using System.Globalization;
using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Predictions;

/// <summary>Features that a listener hears as one thing: their contributions are added up and told in one phrase.</summary>
/// <param name="Features">Names of the features.</param>
/// <param name="Words">The phrase for a track and its features' values; a value is NaN when unknown or withheld.</param>
internal sealed record ReasonTopic(IReadOnlyList<string> Features, Func<TrackFacts, Func<string, float>, string> Words)
{
    /// <summary>All topics; together they cover every feature exactly once.</summary>
    public static IReadOnlyList<ReasonTopic> All { get; } =
    [
        new(["popularity", "popularity_above_artist", "artist_popularity"], (_, value) => Known(value("popularity"), v => $"its popularity of {v:0} of 100", "its unknown popularity")),
        new(["release_year", "release_month", "release_day", "date_is_complete", "age_years"], (_, value) => Known(value("release_year"), v => $"its release in {v:0}", "its unknown release date")),
        new(["duration_ms"], (_, value) => Known(value("duration_ms"), v => $"its length of {(int)v / 60_000}:{(int)v / 1000 % 60:00}", "its unknown length")),
        new(["explicit"], (_, value) => Known(value("explicit"), v => v > 0 ? "its explicit lyrics" : "its clean lyrics", "its unknown lyrics mark")),
        new(["number_of_available_markets"], (_, value) => Known(value("number_of_available_markets"), v => $"the {v:0} markets it is sold in", "its unknown markets")),
        new(["num_artists"], (_, value) => Known(value("num_artists"), v => v > 1 ? $"its {v:0} artists" : "its single artist", "its unknown artists")),
        new(["title_is_remix", "title_is_live", "title_is_remaster", "title_is_acoustic", "title_has_guest", "title_has_parenthesis", "title_length"], (_, _) => "the wording of its title"),
        Share("danceability"), Share("energy"), Share("speechiness"), Share("acousticness"), Share("instrumentalness"), Share("liveness"), Share("valence"),
        new(["loudness"], (_, value) => Known(value("loudness"), v => $"its loudness of {v:0.0} dB", "its unknown loudness")),
        new(["tempo"], (_, value) => Known(value("tempo"), v => $"its tempo of {v:0} BPM", "its unknown tempo")),
        new(["time_signature"], (_, value) => Known(value("time_signature"), v => $"its {v:0} beats per bar", "its unknown time signature")),
        new([.. FeatureSchema.Seed.Skip(20).Select(feature => feature.Name), "mode"], (track, _) => KeyWords(track)),
        new(["artist_catalogue_tracks"], (_, value) => Known(value("artist_catalogue_tracks"), v => $"the artist's {v:0} other songs in the catalogue", "the unknown catalogue of its artist")),
        new([.. Names(FeatureGroup.History, "artist_")], (_, value) => Known(value("artist_streams"), ArtistWords, "your unknown history with the artist")),
        new([.. Names(FeatureGroup.History, "album_")], (_, value) => Known(value("album_streams"), v => v > 0 ? $"your {v:0} streams of other songs of its album" : "an album that you have not played", "your unknown history with the album")),
        new([.. Names(FeatureGroup.Neighbours, "near_")], (_, _) => "how near it sounds to the songs you play"),
        new([.. Names(FeatureGroup.Library, "")], (_, value) => Known(value("library_artist_tracks"), v => $"{v:0} other songs of the artist in your library", "your unknown library")),
        new([.. Names(FeatureGroup.OwnPlays, "own_")], (_, value) => Known(value("own_streams"), v => v > 0 ? $"your {v:0} streams of it in the last year" : "that you have not streamed it in the last year", "your unknown plays of it")),
    ];

    private static IEnumerable<string> Names(FeatureGroup group, string prefix) =>
        FeatureSchema.All.Where(feature => feature.Group == group && feature.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(feature => feature.Name);

    private static ReasonTopic Share(string name) =>
        new([name], (_, value) => Known(value(name), v => $"its {name} of {v:0.00}", $"its unknown {name}"));

    private static string Known(float value, Func<float, FormattableString> words, string unknown) =>
        float.IsNaN(value) ? unknown : words(value).ToString(CultureInfo.InvariantCulture);

    private static string Known(float value, Func<float, string> words, string unknown) => float.IsNaN(value) ? unknown : words(value);

    private static string ArtistWords(float streams) =>
        streams > 0 ? string.Create(CultureInfo.InvariantCulture, $"your {streams:0} streams of other songs by the artist") : "an artist whom you have not played in the last year";

    private static string KeyWords(TrackFacts track) => track.Key is { Value: >= 0 and < 12 } key
        ? $"its key of {Pitches.Names[key.Value]}{(track.Mode is { } mode ? (mode.Value == 1 ? " major" : " minor") : "")}"
        : "its unknown key";
}
