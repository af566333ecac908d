namespace MusicFlow.Learning.Calibration;

/// <summary>Cuts predicted levels into bins of about equal numbers of calibration rows.</summary>
/// <param name="Edges">Lower edge of every bin but the first, strictly rising, finite. May be empty: one bin.</param>
/// <exception cref="ArgumentException">The edges do not rise.</exception>
public sealed record LevelBins(double[] Edges)
{
    /// <summary>Lower edge of every bin but the first, strictly rising, finite.</summary>
    public double[] Edges { get; } = Edges is not null && Edges.All(double.IsFinite) && Edges.Zip(Edges.Skip(1)).All(pair => pair.First < pair.Second)
        ? Edges : throw new ArgumentException("The edges of the bins do not rise.", nameof(Edges));

    /// <summary>Number of bins, ≥ 1.</summary>
    public int Count => Edges.Length + 1;

    /// <summary>Finds the edges.</summary>
    /// <param name="levels">Predicted levels of calibration rows, finite; in any order.</param>
    /// <param name="bins">Bins wanted, ≥ 1; equal levels are never parted, so there can be fewer.</param>
    /// <exception cref="ArgumentException">A level is not finite.</exception>
    public static LevelBins Fit(ReadOnlySpan<double> levels, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var sorted = levels.ToArray();
        if (!sorted.All(double.IsFinite)) throw new ArgumentException("A level is not finite.", nameof(levels));
        Array.Sort(sorted);
        if (sorted.Length == 0) return new LevelBins([]);
        return new LevelBins([.. Enumerable.Range(1, bins - 1)
            .Select(i => sorted[(int)((long)i * sorted.Length / bins)])
            .Where(edge => edge > sorted[0])
            .Distinct()]);
    }

    /// <summary>The bin of a level, 0 … <see cref="Count"/> − 1.</summary>
    public int BinOf(double level)
    {
        var at = Array.BinarySearch(Edges, level);
        return at >= 0 ? at + 1 : ~at;
    }
}
