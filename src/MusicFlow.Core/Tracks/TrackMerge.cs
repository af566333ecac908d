namespace MusicFlow.Core.Tracks;

/// <summary>Puts two descriptions of one recording together, field by field; a known fact is never blanked.</summary>
internal static class TrackMerge
{
    /// <summary>Merges two descriptions.</summary>
    /// <param name="known">What is known already.</param>
    /// <param name="offered">What another source says.</param>
    /// <param name="replaces">Whether the offered source (second argument) takes the place of the known one (first); asked only where both know the field.</param>
    public static TrackFacts Merge(TrackFacts known, TrackFacts offered, Func<FactSource, FactSource, bool> replaces) =>
        Choose(known, offered, (mine, theirs) => theirs is null || !replaces(mine, theirs));

    /// <summary>The facts whose source passes a test; the others are unknown.</summary>
    public static TrackFacts Where(TrackFacts track, Func<FactSource, bool> keeps) => Choose(track, Nothing, (mine, _) => keeps(mine));

    /// <summary>The sources of the known facts, each once.</summary>
    public static IReadOnlyCollection<FactSource> Sources(TrackFacts track)
    {
        var sources = new HashSet<FactSource>();
        Choose(track, Nothing, (mine, _) => sources.Add(mine));
        return sources;
    }

    static readonly TrackFacts Nothing = new();

    static TrackFacts Choose(TrackFacts known, TrackFacts offered, Func<FactSource, FactSource?, bool> keeps)
    {
        return new TrackFacts
        {
            Id = known.Id ?? offered.Id,
            Title = Pick(known.Title, offered.Title),
            Artists = Pick(known.Artists, offered.Artists),
            Album = Pick(known.Album, offered.Album),
            Released = Pick(known.Released, offered.Released),
            Genre = Pick(known.Genre, offered.Genre),
            SpotifyId = Pick(known.SpotifyId, offered.SpotifyId),
            Isrc = Pick(known.Isrc, offered.Isrc),
            DeezerId = Pick(known.DeezerId, offered.DeezerId),
            AppleId = Pick(known.AppleId, offered.AppleId),
            MusicBrainzId = Pick(known.MusicBrainzId, offered.MusicBrainzId),
            Cover = Pick(known.Cover, offered.Cover),
            Explicit = Pick(known.Explicit, offered.Explicit),
            Popularity = Pick(known.Popularity, offered.Popularity),
            AvailableMarkets = Pick(known.AvailableMarkets, offered.AvailableMarkets),
            DurationMs = Pick(known.DurationMs, offered.DurationMs),
            Danceability = Pick(known.Danceability, offered.Danceability),
            Energy = Pick(known.Energy, offered.Energy),
            Key = Pick(known.Key, offered.Key),
            Mode = Pick(known.Mode, offered.Mode),
            LoudnessDb = Pick(known.LoudnessDb, offered.LoudnessDb),
            Speechiness = Pick(known.Speechiness, offered.Speechiness),
            Acousticness = Pick(known.Acousticness, offered.Acousticness),
            Instrumentalness = Pick(known.Instrumentalness, offered.Instrumentalness),
            Liveness = Pick(known.Liveness, offered.Liveness),
            Valence = Pick(known.Valence, offered.Valence),
            TempoBpm = Pick(known.TempoBpm, offered.TempoBpm),
            TimeSignature = Pick(known.TimeSignature, offered.TimeSignature),
        };

        Fact<T>? Pick<T>(Fact<T>? mine, Fact<T>? theirs) =>
            mine is { } held && keeps(held.Source, theirs?.Source) ? mine : theirs;
    }

    /// <summary>The catalogue's rule: a source refreshes its own facts, anything is better than the rounded starter facts, else the first stays.</summary>
    public static bool ImportReplaces(FactSource known, FactSource offered) =>
        known.Name == offered.Name ? offered.At > known.At : known.Name == FactSource.Starter;
}
