using System.Globalization;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Core.Tracks;

/// <summary>Finds the track a query means: in the local catalogue, else at the providers. Never guesses silently: where two recordings fit alike, both are offered. Thread-safe.</summary>
/// <param name="catalog">The local catalogue.</param>
/// <param name="live">The world outside; <see langword="null"/> where the catalogue alone answers.</param>
public sealed class TrackFinder(ITrackCatalog catalog, LiveTracks? live = null)
{
    /// <summary>Most tracks offered for a choice.</summary>
    public const int MostChoices = 6;

    /// <summary>Candidates asked of the catalogue.</summary>
    const int Candidates = 50;

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
        var (match, candidates) = await FindHereAsync(query, ct);
        return live is null ? match : await live.CompleteAsync(query, match, candidates, ct);
    }

    /// <summary>What the catalogue alone says, and the candidates that it found.</summary>
    async Task<(TrackMatch Match, IReadOnlyList<ScoredTrack> Candidates)> FindHereAsync(TrackQuery query, CancellationToken ct)
    {
        if (query.Link is { } link)
            return (await FindLinkAsync(link, ct), []);
        var exact = await FindExactAsync(query, ct);
        if (exact.Count > 0)
            return (exact.Count == 1 ? new TrackMatch.Found(exact[0]) : new TrackMatch.Several(exact), [.. exact.Select(track => new ScoredTrack(track, 1))]);
        var ranked = TrackJudge.Rank(query, await CandidatesAsync(query, ct));
        return (TrackJudge.Of(ranked), ranked);
    }

    /// <summary>What else a query could mean: the tracks of the catalogue that come nearest to it, however sure the first one is.</summary>
    /// <param name="query">A link or the readings of a text.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>At most <see cref="MostChoices"/> + 1 tracks, the nearest first; none for a link.</returns>
    public async Task<IReadOnlyList<ScoredTrack>> NearestAsync(TrackQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Link is not null)
            return [];
        var exact = await FindExactAsync(query, ct);
        var ranked = TrackJudge.Rank(query, await CandidatesAsync(query, ct));
        return [.. exact.Select(track => new ScoredTrack(track, 1)).Concat(ranked).DistinctBy(scored => TrackKey.Of(scored.Track)).Take(MostChoices + 1)];
    }

    async Task<TrackMatch> FindLinkAsync(TrackLink link, CancellationToken ct)
    {
        var track = link.Service == TrackService.Catalogue
            ? await catalog.GetByIdAsync(new TrackId(long.Parse(link.Id, CultureInfo.InvariantCulture)), ct)
            : await catalog.GetByLinkAsync(link, ct);
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
        var found = await catalog.FindCandidatesAsync(query.SearchWords, Candidates, ct);
        if (query.SearchWords == text)
            return found;
        var whole = await catalog.FindCandidatesAsync(text, Candidates, ct);
        return found.Concat(whole).DistinctBy(TrackKey.Of);
    }
}
