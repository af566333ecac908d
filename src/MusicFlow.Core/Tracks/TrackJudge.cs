namespace MusicFlow.Core.Tracks;

/// <summary>Decides which of some candidates a query means. Never guesses silently: where two recordings fit alike, both are offered.</summary>
internal static class TrackJudge
{
    /// <summary>Score from which nobody else need be asked.</summary>
    public const double SureScore = 0.85;

    /// <summary>Score from which a track counts as found; chosen on the tune half of the match-rate set.</summary>
    const double GoodScore = 0.72;

    /// <summary>Score from which a track is worth offering.</summary>
    const double FairScore = 0.60;

    /// <summary>How far the second recording must stay behind.</summary>
    const double Margin = 0.04;

    /// <summary>The candidates by how well they fit, the best first; of equals the better known, then the earlier one.</summary>
    public static List<ScoredTrack> Rank(TrackQuery query, IEnumerable<TrackFacts> candidates) =>
    [
        .. candidates
            .Select(track => new ScoredTrack(track, TrackScore.Of(query.Readings, track)))
            .OrderByDescending(scored => scored.Score)
            .ThenByDescending(scored => scored.Track.Popularity?.Value ?? -1),
    ];

    /// <summary>Judges candidates of several sources; editions of one recording count once, the first as given.</summary>
    public static TrackMatch Of(TrackQuery query, IEnumerable<TrackFacts> candidates) => Of(Rank(query, Recordings(candidates)));

    /// <summary>The judgement, or <see langword="null"/> while the best candidate fits so loosely that others should be asked.</summary>
    public static TrackMatch? IsSure(TrackQuery query, IEnumerable<TrackFacts> candidates) =>
        Rank(query, Recordings(candidates)) is [{ Score: >= SureScore }, ..] ranked ? Of(ranked) : null;

    /// <summary>Judges ranked candidates.</summary>
    public static TrackMatch Of(List<ScoredTrack> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Score < FairScore)
            return new TrackMatch.None([.. ranked.Take(TrackFinder.MostChoices)]);
        var best = ranked[0].Score;
        var rivals = ranked.TakeWhile(scored => scored.Score > best - Margin).Take(TrackFinder.MostChoices).ToList();
        var isAlone = rivals.Count == 1 || (best >= 1 && rivals[1].Score < 1);
        if (best >= GoodScore && isAlone)
            return new TrackMatch.Found(ranked[0].Track);
        return new TrackMatch.Several([.. rivals.Select(scored => scored.Track)]);
    }

    static IEnumerable<TrackFacts> Recordings(IEnumerable<TrackFacts> candidates) =>
        candidates.Where(track => TrackKey.Of(track) is not null).DistinctBy(track => TrackKey.Of(track));
}
