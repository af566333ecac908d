namespace MusicFlow.Learning.Binning;

/// <summary>Chooses the cuts of one feature: between all distinct values where they are few, else so that the bins hold about equally many samples.</summary>
internal static class CutFinder
{
    /// <summary>Cuts in ascending order; a sample lies right of a cut when its value is ≥ the cut.</summary>
    /// <param name="sorted">The feature's known values, ascending, no NaN; may be empty.</param>
    /// <param name="maxCuts">≥ 1.</param>
    /// <remarks>A value so frequent that it fills a bin gets one of its own, as in LightGBM's <c>GreedyFindBin</c>.</remarks>
    public static float[] Find(ReadOnlySpan<float> sorted, int maxCuts)
    {
        var (values, counts) = Distinct(sorted);
        var cuts = new List<float>(Math.Min(maxCuts, values.Count));
        if (values.Count <= maxCuts + 1)
        {
            for (var i = 1; i < values.Count; i++) cuts.Add(Between(values[i - 1], values[i]));
            return [.. cuts];
        }
        var (left, bins, held) = (sorted.Length, maxCuts + 1, 0);
        for (var i = 0; i < values.Count - 1 && bins > 1; i++)
        {
            held += counts[i];
            var fair = (double)left / bins;
            if (held < fair && counts[i + 1] < fair) continue;
            cuts.Add(Between(values[i], values[i + 1]));
            (left, bins, held) = (left - held, bins - 1, 0);
        }
        return [.. cuts];
    }

    private static (List<float> Values, List<int> Counts) Distinct(ReadOnlySpan<float> sorted)
    {
        List<float> values = [];
        List<int> counts = [];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (i > 0 && sorted[i] == sorted[i - 1]) counts[^1]++;
            else { values.Add(sorted[i]); counts.Add(1); }
        }
        return (values, counts);
    }

    // Halved first, so that the sum cannot overflow; always > low, so that low stays left of the cut.
    private static float Between(float low, float high)
    {
        var middle = low * 0.5f + high * 0.5f;
        return middle > low && middle <= high ? middle : high;
    }
}
