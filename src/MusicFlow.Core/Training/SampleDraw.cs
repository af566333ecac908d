using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Training;

/// <summary>Draws the rows of a training table from a listener's history and a catalogue.</summary>
/// <remarks>
/// Only tracks of the catalogue become rows, played and unplayed alike, so that neither can be told from the other by what
/// is known of it. Zeros are drawn 1 : 1, never the head of a file. Same history, catalogue and seed: the same rows.
/// </remarks>
public sealed class SampleDraw
{
    /// <summary>Share of the time line before a cut-off that a forecast looks back on: songs to ask about and plays to know of.</summary>
    public const double Lookback = 0.4;

    private readonly IReadOnlyList<CatalogueTrack> _catalogue;
    private readonly Dictionary<TrackKey, CatalogueTrack> _byKey;

    /// <param name="catalogue">One entry per track.</param>
    public SampleDraw(IReadOnlyList<CatalogueTrack> catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _byKey = catalogue.ToDictionary(track => track.Key);
    }

    /// <summary>Rows for "how often within a year": each catalogue track streamed in the history's last 365 days, and as many never played.</summary>
    /// <param name="listener">Whose plays.</param>
    /// <param name="index">The listener's index, written into the rows.</param>
    /// <param name="zeros">Which tracks stand for never played.</param>
    /// <param name="seed">Seed of the draw.</param>
    public IReadOnlyList<Sample> LastYear(Listener listener, int index, ZeroDraw zeros, int seed)
    {
        var window = (From: listener.End - Targets.Span, Until: listener.End);
        var positives = Joined(listener)
            .Select(played => Row(played.Track, played.Plays, window))
            .Where(sample => sample.Streams > 0).ToList();
        var wanted = positives.ConvertAll(sample => sample.Track);
        return [.. positives, .. Unplayed(listener, wanted, zeros, seed).Select(track => new Sample(track, index, listener.End, 0))];

        Sample Row(CatalogueTrack track, TrackPlays plays, (DateTimeOffset From, DateTimeOffset Until) span) =>
            new(track, index, listener.End, StreamsWithin(plays, span.From, span.Until));
    }

    /// <summary>Rows for "how often from now on": what was played not long before the cut-off or is newly streamed in the window, and for each new one a track never played.</summary>
    /// <remarks>"Not long" is 40 % of the time line, whatever the cut-off: else a later cut-off would have more songs that fell silent, and rows to learn from would not be like rows to be judged by.</remarks>
    /// <param name="listener">Whose plays.</param>
    /// <param name="index">The listener's index, written into the rows.</param>
    /// <param name="window">Where on the time line, 0–1, the target's window begins (the cut-off) and ends.</param>
    /// <param name="seed">Seed of the draw.</param>
    public IReadOnlyList<Sample> Ahead(Listener listener, int index, (double From, double Until) window, int seed)
    {
        var (recent, cutOff, until) = (listener.At(window.From - Lookback), listener.At(window.From), listener.At(window.Until));
        var rows = Joined(listener)
            .Select(played => (New: !PlayedWithin(played.Plays, DateTimeOffset.MinValue, cutOff), Known: PlayedWithin(played.Plays, recent, cutOff),
                Sample: new Sample(played.Track, index, cutOff, StreamsWithin(played.Plays, cutOff, until))))
            .Where(row => row.Known || (row.New && row.Sample.Streams > 0)).ToList();
        var fresh = rows.Where(row => row.New).Select(row => row.Sample.Track).ToList();
        return [.. rows.Select(row => row.Sample), .. Unplayed(listener, fresh, ZeroDraw.Uniform, seed).Select(track => new Sample(track, index, cutOff, 0))];
    }

    /// <summary>The listener's tracks that the catalogue holds.</summary>
    public IEnumerable<(CatalogueTrack Track, TrackPlays Plays)> Joined(Listener listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        foreach (var plays in listener.Tracks)
            if (_byKey.TryGetValue(plays.Key, out var track)) yield return (track, plays);
    }

    private List<CatalogueTrack> Unplayed(Listener listener, IReadOnlyList<CatalogueTrack> positives, ZeroDraw zeros, int seed)
    {
        var played = listener.Tracks.Select(track => track.Key).ToHashSet();
        var pool = _catalogue.Where(track => !played.Contains(track.Key)).ToArray();
        new Random(seed).Shuffle(pool);
        return zeros switch
        {
            ZeroDraw.Uniform => [.. pool.Take(positives.Count)],
            ZeroDraw.SameArtists => SameArtists(pool, positives),
            ZeroDraw.Matched => Matched(pool, positives),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static List<CatalogueTrack> SameArtists(CatalogueTrack[] pool, IReadOnlyList<CatalogueTrack> positives)
    {
        var artists = positives.Select(track => track.Key.Artist).ToHashSet(StringComparer.Ordinal);
        return [.. pool.Where(track => artists.Contains(track.Key.Artist)).Take(positives.Count)];
    }

    private static List<CatalogueTrack> Matched(CatalogueTrack[] pool, IReadOnlyList<CatalogueTrack> positives)
    {
        var strata = pool.GroupBy(Stratum).ToDictionary(group => group.Key, group => new Queue<CatalogueTrack>(group));
        var matched = new List<CatalogueTrack>(positives.Count);
        foreach (var positive in positives)
            if (strata.GetValueOrDefault(Stratum(positive)) is { Count: > 0 } queue) matched.Add(queue.Dequeue());
        return matched;
    }

    private static (int Tenth, int Decade) Stratum(CatalogueTrack track) =>
        ((int)(track.Facts.Popularity?.Value ?? -10) / 10, (track.Facts.Released?.Value.Year ?? 0) / 10);

    private static int StreamsWithin(TrackPlays plays, DateTimeOffset from, DateTimeOffset until) =>
        Math.Min(plays.Streams.Count(end => end >= from && end < until), Targets.Cap);

    private static bool PlayedWithin(TrackPlays plays, DateTimeOffset from, DateTimeOffset until) =>
        plays.Streams.Any(end => end >= from && end < until) || plays.Skips.Any(end => end >= from && end < until);
}
