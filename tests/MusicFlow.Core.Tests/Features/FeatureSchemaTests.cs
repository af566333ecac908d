using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Features;

public sealed class FeatureSchemaTests
{
    private static readonly FactSource Source = new("test", DateTimeOffset.UnixEpoch);

    [Fact]
    public void Seed_features_have_the_names_and_order_of_the_first_model()
    {
        string[] expected =
        [
            "number_of_available_markets", "num_artists", "duration_ms", "explicit", "popularity", "release_year", "release_month", "release_day", "date_is_complete",
            "danceability", "energy", "loudness", "mode", "speechiness", "acousticness", "instrumentalness", "liveness", "valence", "tempo", "time_signature",
            "A", "A#/Bb", "B", "C", "C#/Db", "D", "D#/Eb", "E", "F", "F#/Gb", "G", "G#/Ab", "Unknown",
        ];

        Assert.Equal(expected, FeatureSchema.Seed.Select(feature => feature.Name));
        Assert.Equal(expected, FeatureSchema.All.Take(33).Select(feature => feature.Name));
    }

    [Fact]
    public void Names_are_unique() =>
        Assert.Equal(FeatureSchema.All.Count, FeatureSchema.All.Select(feature => feature.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void Every_feature_is_told_by_exactly_one_topic() =>
        Assert.Equal(FeatureSchema.All.Select(feature => feature.Name).Order(StringComparer.Ordinal), ReasonTopic.All.SelectMany(topic => topic.Features).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(9, "A")]
    [InlineData(0, "C")]
    [InlineData(8, "G#/Ab")]
    [InlineData(-1, "Unknown")]
    public void One_key_feature_is_set(int key, string expected)
    {
        var vector = Seed(new TrackFacts { Key = new(key, Source) });

        Assert.Equal([expected], FeatureSchema.Seed.Zip(vector).Skip(20).Where(pair => pair.Second == 1).Select(pair => pair.First.Name));
    }

    [Fact]
    public void What_is_unknown_stays_missing() => Assert.All(Seed(new TrackFacts()), value => Assert.True(float.IsNaN(value)));

    [Theory]
    [InlineData(2015, 7, 17, 1)]
    [InlineData(2015, null, null, 0)]
    public void Release_dates_keep_their_precision(int year, int? month, int? day, float complete)
    {
        var vector = Seed(new TrackFacts { Released = new(new ReleaseDate(year, month, day), Source) });

        Assert.Equal([year, month ?? float.NaN, day ?? float.NaN, complete], vector[5..9]);
    }

    [Fact]
    public void Values_keep_to_their_documented_ranges()
    {
        var catalogue = SomeListening.Catalogue(200);
        var listener = SomeListening.Listener(catalogue);
        var around = new Core.Training.FeatureTable([listener], catalogue).Around(0, listener.End, new HashSet<TrackKey>());

        foreach (var track in catalogue)
            foreach (var feature in FeatureSchema.All)
                if (feature.Compute(new FeatureRequest(track.Facts, track.Key, listener.End, around)) is { } value)
                    Assert.InRange(value, feature.Min, feature.Max);
    }

    [Fact]
    public void A_name_of_another_version_is_refused_in_one_sentence()
    {
        var refusal = Assert.Throws<ArgumentException>(() => FeatureSchema.Named(["danceability", "astrological_sign"]));

        Assert.Contains("astrological_sign", refusal.Message, StringComparison.Ordinal);
    }

    private static float[] Seed(TrackFacts track)
    {
        var vector = new float[FeatureSchema.Seed.Count];
        FeatureSchema.Compute(FeatureSchema.Seed, new FeatureRequest(track, new TrackKey("t|a"), DateTimeOffset.UnixEpoch, Surroundings.None), null, vector);
        return vector;
    }
}
