using System.Globalization;

namespace MusicFlow.Core.Tracks;

/// <summary>Finds the track a query means in the local catalogue. Never guesses silently: where two recordings fit alike, both are offered. Thread-safe.</summary>
public sealed class TrackFinder(ITrackCatalog catalog)
{
    /// <summary>Most tracks offered for a choice.</summary>
    public const int MostChoices = 6;

    /// <summary>Candidates asked of the catalogue.</summary>
    const int Candidates = 50;

    /// <summary>Score from which a track counts as found; chosen on the tune half of the match-rate set.</summary>
    const double GoodScore = 0.72;

    /// <summary>Score from which a track is worth offering.</summary>
    const double FairScore = 0.60;

    /// <summary>How far the second recording must stay behind.</summary>
    const double Margin = 0.04;

    /// <summary>Finds the track a text means.</summary>
    /// <param name="text">What a person wrote; a text that <see cref="TrackQuery.TryParse"/> refuses has no match.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrackMatch> FindAsync(string text, CancellationToken ct) =>
        TrackQuery.TryParse(text, out var query, out _) ? await FindAsync(query, ct) : new TrackMatch.None([]);

    /// <summary>Finds the track a query means.</summary>
    /// <param name="query">A link or the readings of a text.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<TrackMatch> FindAsync(TrackQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Link is { } link)
            return await FindLinkAsync(link, ct);
        var exact = await FindExactAsync(query, ct);
        if (exact.Count > 0)
            return exact.Count == 1 ? new TrackMatch.Found(exact[0]) : new TrackMatch.Several(exact);
        return Judge(await RankAsync(query, ct));
    }

    /// <summary>What else a query could mean: the tracks that come nearest to it, however sure the first one is.</summary>
    /// <param name="query">A link or the readings of a text.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>At most <see cref="MostChoices"/> + 1 tracks, the nearest first; none for a link.</returns>
    public async Task<IReadOnlyList<ScoredTrack>> NearestAsync(TrackQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Link is not null)
            return [];
        var exact = await FindExactAsync(query, ct);
        return [.. exact.Select(track => new ScoredTrack(track, 1)).Concat(await RankAsync(query, ct)).DistinctBy(scored => TrackKey.Of(scored.Track)).Take(MostChoices + 1)];
    }

    async Task<List<ScoredTrack>> RankAsync(TrackQuery query, CancellationToken ct) =>
    [
        .. (await CandidatesAsync(query, ct))
            .Select(track => new ScoredTrack(track, TrackScore.Of(query.Readings, track)))
            .OrderByDescending(scored => scored.Score)
            .ThenByDescending(scored => scored.Track.Popularity?.Value ?? -1),
    ];

    async Task<TrackMatch> FindLinkAsync(TrackLink link, CancellationToken ct)
    {
        var track = link.Service switch
        {
            TrackService.Spotify => await catalog.GetBySpotifyIdAsync(link.Id, ct),
            TrackService.Catalogue => await catalog.GetByIdAsync(new TrackId(long.Parse(link.Id, CultureInfo.InvariantCulture)), ct),
            _ => null,
        };
        return track is null ? new TrackMatch.None([]) : new TrackMatch.Found(track);
    }

    /// <summary>Recordings whose key is exactly what a reading says: no search is needed for what is spelled right.</summary>
    async Task<List<TrackFacts>> FindExactAsync(TrackQuery query, CancellationToken ct)
    {
        var found = new List<TrackFacts>();
        foreach (var reading in query.Readings)
            if (reading.Artist is { } artist && await catalog.GetAsync(TrackKey.Of(reading.Song, artist), ct) is { } track && !found.Contains(track))
                found.Add(track);
        return found;
    }

    async Task<IEnumerable<TrackFacts>> CandidatesAsync(TrackQuery query, CancellationToken ct)
    {
        var first = query.Readings[0];
        var text = first.Artist is null ? first.Song : $"{first.Song} {first.Artist}";
        // Without guests and editions, which the catalogue may not know: their rare words would lead the search astray.
        var plain = TitleText.HasAdditions(text) ? $"{TitleText.OfSong(first.Song)} {TitleText.OfSong(first.Artist ?? "")}" : text;
        var found = await catalog.FindCandidatesAsync(plain, Candidates, ct);
        if (plain == text)
            return found;
        var whole = await catalog.FindCandidatesAsync(text, Candidates, ct);
        return found.Concat(whole).DistinctBy(TrackKey.Of);
    }

    static TrackMatch Judge(List<ScoredTrack> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Score < FairScore)
            return new TrackMatch.None([.. ranked.Take(MostChoices)]);
        var best = ranked[0].Score;
        var rivals = ranked.TakeWhile(scored => scored.Score > best - Margin).Take(MostChoices).ToList();
        var isAlone = rivals.Count == 1 || (best >= 1 && rivals[1].Score < 1);
        if (best >= GoodScore && isAlone)
            return new TrackMatch.Found(ranked[0].Track);
        return new TrackMatch.Several([.. rivals.Select(scored => scored.Track)]);
    }
}
