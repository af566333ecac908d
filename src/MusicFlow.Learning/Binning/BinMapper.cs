using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Binning;

/// <summary>Maps feature values to bins: 0 means missing, else 1 + the number of cuts ≤ the value.</summary>
/// <remarks>With that rule "bin ≤ k" is exactly "value &lt; cut k − 1", XGBoost's strict comparison, so that a tree grown on bins gives the same answers on values. Immutable.</remarks>
internal sealed class BinMapper
{
    private const int SampleRows = 100_000;
    private const int GroupFeatures = 16;
    private const ulong Purpose = 4UL << 60;
    private readonly float[][] cuts;

    /// <param name="cuts">Per feature, ascending, at most 254.</param>
    public BinMapper(float[][] cuts) => this.cuts = cuts;

    /// <summary>Number of features.</summary>
    public int Features => cuts.Length;

    /// <summary>The feature's cuts, ascending.</summary>
    public ReadOnlySpan<float> Cuts(int feature) => cuts[feature];

    /// <summary>Number of bins of a feature, the one for missing values included: 2 … 256.</summary>
    public int BinCount(int feature) => cuts[feature].Length + 2;

    /// <summary>The bin of one value, 0 … <see cref="BinCount"/> − 1.</summary>
    public byte BinOf(int feature, float value)
    {
        if (float.IsNaN(value)) return 0;
        var bin = 1;
        foreach (var cut in cuts[feature])
            if (cut <= value) bin++;
        return (byte)bin;
    }

    /// <summary>Chooses the cuts of every feature from the table, or from a seeded sample of it when it is large.</summary>
    /// <param name="features">At least one row.</param>
    /// <param name="maxBins">Bins per feature, the one for missing values included; 3 … 256.</param>
    /// <param name="seed">Of the sample of rows.</param>
    /// <param name="threads">≥ 1; the cuts do not depend on it.</param>
    public static BinMapper Fit(FeatureMatrix features, int maxBins, ulong seed, int threads)
    {
        var rows = SampledRows(features.Rows, seed);
        var found = new float[features.Features][];
        var groups = (features.Features + GroupFeatures - 1) / GroupFeatures;
        Parallel.For(0, groups, new ParallelOptions { MaxDegreeOfParallelism = threads }, group =>
        {
            var first = group * GroupFeatures;
            var columns = Collect(features, rows, first, Math.Min(GroupFeatures, features.Features - first));
            for (var i = 0; i < columns.Length; i++)
            {
                RadixSort.Sort(columns[i].AsSpan());
                found[first + i] = CutFinder.Find(columns[i].AsSpan(), maxBins - 2);
            }
        });
        return new BinMapper(found);
    }

    // The known values of neighbouring features, collected together because they lie on the same cache line of a row.
    private static ArraySegment<float>[] Collect(FeatureMatrix features, int[] rows, int first, int count)
    {
        var columns = new float[count][];
        for (var i = 0; i < count; i++) columns[i] = new float[rows.Length];
        var known = new int[count];
        foreach (var row in rows)
        {
            var values = features.Row(row).Slice(first, count);
            for (var i = 0; i < values.Length; i++)
                if (!float.IsNaN(values[i])) columns[i][known[i]++] = values[i] + 0f; // −0 becomes 0: they compare equal
        }
        return [.. columns.Select((column, i) => new ArraySegment<float>(column, 0, known[i]))];
    }

    // One row out of each of equally long stretches: ascending, so that the table is read once from front to back.
    private static int[] SampledRows(int rows, ulong seed)
    {
        if (rows <= SampleRows) return [.. Enumerable.Range(0, rows)];
        var random = new SeededRandom(seed, Purpose);
        var sample = new int[SampleRows];
        for (var i = 0; i < SampleRows; i++)
        {
            var start = (long)rows * i / SampleRows;
            var end = (long)rows * (i + 1) / SampleRows;
            sample[i] = (int)(start + random.NextBelow((int)(end - start)));
        }
        return sample;
    }
}
