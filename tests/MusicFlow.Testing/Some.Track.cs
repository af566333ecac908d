using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>Makes data for tests; what a test does not name is plausible and always the same.</summary>
public static partial class Some
{
    /// <summary>The source of made-up facts.</summary>
    public static FactSource Source { get; } = new("test", DateTimeOffset.UnixEpoch.AddYears(50));

    /// <summary>A fact from <see cref="Source"/>.</summary>
    public static Fact<T> Fact<T>(T value) => new(value, Source);

    /// <summary>A track of which title and artists are known, and nothing else.</summary>
    public static TrackFacts BareTrack(string title = "Some Song", params string[] artists) => new()
    {
        Title = Fact(title),
        Artists = Fact<IReadOnlyList<string>>(artists.Length > 0 ? artists : ["Some Artist"]),
    };

    /// <summary>A track of which every fact is known except Spotify id and ISRC.</summary>
    public static TrackFacts Track(string title = "Some Song", params string[] artists) => BareTrack(title, artists) with
    {
        Album = Fact("Some Album"),
        Released = Fact(new ReleaseDate(2015, 7, 17)),
        Genre = Fact("rock"),
        Explicit = Fact(false),
        Popularity = Fact(64d),
        AvailableMarkets = Fact(183),
        DurationMs = Fact(216_320d),
        Danceability = Fact(0.64),
        Energy = Fact(0.74),
        Key = Fact(4),
        Mode = Fact(1),
        LoudnessDb = Fact(-4.08),
        Speechiness = Fact(0.028),
        Acousticness = Fact(0.0115),
        Instrumentalness = Fact(0.00678),
        Liveness = Fact(0.167),
        Valence = Fact(0.785),
        TempoBpm = Fact(116.879),
        TimeSignature = Fact(4),
    };

    /// <summary>The same track as told by another source at another time.</summary>
    public static TrackFacts FromSource(this TrackFacts track, string name, DateTimeOffset at)
    {
        var source = new FactSource(name, at);
        return track with
        {
            Title = Moved(track.Title),
            Artists = Moved(track.Artists),
            Album = Moved(track.Album),
            Released = Moved(track.Released),
            Genre = Moved(track.Genre),
            SpotifyId = Moved(track.SpotifyId),
            Isrc = Moved(track.Isrc),
            Popularity = Moved(track.Popularity),
            DurationMs = Moved(track.DurationMs),
            Danceability = Moved(track.Danceability),
            Energy = Moved(track.Energy),
            Valence = Moved(track.Valence),
            TempoBpm = Moved(track.TempoBpm),
        };

        Fact<T>? Moved<T>(Fact<T>? fact) => fact is { } known ? known with { Source = source } : null;
    }
}
