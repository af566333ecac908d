using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Training;

/// <summary>Rows to learn from and rows to be judged by; no track (or artist, or time) is on both sides.</summary>
public sealed record Split(IReadOnlyList<Sample> Train, IReadOnlyList<Sample> Test)
{
    /// <summary>Share of the rows that are held out.</summary>
    public const double TestShare = 0.2;

    /// <summary>80 : 20 by track, stratified by streams &gt; 0; a track is on one side for all listeners.</summary>
    public static Split ByTrack(IReadOnlyList<Sample> samples, int seed)
    {
        var streamed = samples.Where(sample => sample.Streams > 0).Select(sample => sample.Track.Key).ToHashSet();
        return By(samples, sample => sample.Track.Key.Value, sample => streamed.Contains(sample.Track.Key), seed);
    }

    /// <summary>80 : 20 by primary artist: no artist of the test rows occurs in the training rows.</summary>
    public static Split ByArtist(IReadOnlyList<Sample> samples, int seed)
    {
        var streamed = samples.Where(sample => sample.Streams > 0).Select(sample => sample.Track.Key.Artist).ToHashSet(StringComparer.Ordinal);
        return By(samples, sample => sample.Track.Key.Artist, sample => streamed.Contains(sample.Track.Key.Artist), seed);
    }

    /// <summary>One fold index per row, 0 … folds − 1; all rows of a track share a fold, stratified by streams &gt; 0.</summary>
    public static int[] Folds(IReadOnlyList<Sample> samples, int folds, int seed)
    {
        var streamed = samples.Where(sample => sample.Streams > 0).Select(sample => sample.Track.Key).ToHashSet();
        var foldOf = new Dictionary<TrackKey, int>();
        foreach (var stratum in Shuffled(samples.Select(sample => sample.Track.Key).Distinct(), seed).GroupBy(streamed.Contains))
            foreach (var (index, key) in stratum.Index())
                foldOf[key] = index % folds;
        return [.. samples.Select(sample => foldOf[sample.Track.Key])];
    }

    private static Split By(IReadOnlyList<Sample> samples, Func<Sample, string> group, Func<Sample, bool> positive, int seed)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stratum in samples.GroupBy(positive).OrderBy(stratum => stratum.Key))
        {
            var groups = Shuffled(stratum.Select(group).Distinct(StringComparer.Ordinal), seed);
            held.UnionWith(groups.Take((int)Math.Round(groups.Length * TestShare)));
        }
        return new Split([.. samples.Where(sample => !held.Contains(group(sample)))], [.. samples.Where(sample => held.Contains(group(sample)))]);
    }

    private static T[] Shuffled<T>(IEnumerable<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
