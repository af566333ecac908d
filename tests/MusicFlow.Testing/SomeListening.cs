using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;

namespace MusicFlow.Testing;

/// <summary>A small world of tracks and a listener with a taste: likes energetic songs and a few artists.</summary>
public static class SomeListening
{
    /// <summary>Tracks by forty artists with every audio feature known; same seed, same tracks.</summary>
    public static IReadOnlyList<CatalogueTrack> Catalogue(int tracks = 1200, int seed = 7)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, tracks).Select(number => Track(number, random))];
    }

    /// <summary>A listener who streamed some of the catalogue's tracks over 300 days.</summary>
    public static Listener Listener(IReadOnlyList<CatalogueTrack> catalogue, string name = "somebody", int seed = 11)
    {
        var random = new Random(seed);
        var first = new DateTimeOffset(2023, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var tracks = new List<TrackPlays>();
        foreach (var track in catalogue)
        {
            var liking = (2.5 * track.Facts.Energy!.Value.Value) + (track.Key.Artist.EndsWith('7') ? 2 : 0) - 1.6 + random.NextDouble();
            if (liking < 0.6) continue;
            var streams = Enumerable.Range(0, 1 + (int)(liking * 3 * random.NextDouble())).Select(_ => first + TimeSpan.FromDays(random.NextDouble() * 300)).Order().ToArray();
            DateTimeOffset[] skips = random.NextDouble() < 0.3 ? [first + TimeSpan.FromDays(random.NextDouble() * 300)] : [];
            tracks.Add(new TrackPlays(track.Key, track.Facts.Album?.Value, streams, skips));
        }
        var ends = tracks.SelectMany(track => track.Streams).ToList();
        return new Listener(name, tracks, ends.Min(), ends.Max());
    }

    private static CatalogueTrack Track(int number, Random random)
    {
        var source = new FactSource("somewhere", DateTimeOffset.UnixEpoch);
        var artist = $"Artist {number % 40}";
        Fact<double> Value(double value) => new(Math.Round(value, 3), source);
        var facts = new TrackFacts
        {
            Title = new($"Song {number}", source),
            Artists = new([artist], source),
            Album = new($"Album {number % 200}", source),
            Released = new(new ReleaseDate(1980 + random.Next(40), null, null), source),
            Popularity = Value(random.Next(101)),
            DurationMs = Value(120_000 + random.Next(200_000)),
            Danceability = Value(random.NextDouble()),
            Energy = Value(random.NextDouble()),
            Key = new(random.Next(-1, 12), source),
            Mode = new(random.Next(2), source),
            LoudnessDb = Value(-20 * random.NextDouble()),
            Speechiness = Value(random.NextDouble()),
            Acousticness = Value(random.NextDouble()),
            Instrumentalness = Value(random.NextDouble()),
            Liveness = Value(random.NextDouble()),
            Valence = Value(random.NextDouble()),
            TempoBpm = Value(60 + (120 * random.NextDouble())),
        };
        return new CatalogueTrack(TrackKey.Of(facts)!.Value, facts);
    }
}
