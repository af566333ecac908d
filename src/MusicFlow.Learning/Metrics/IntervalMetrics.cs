using System.Numerics;

namespace MusicFlow.Learning.Metrics;

/// <summary>How often closed ranges hold the truth, and how wide they are. Pure.</summary>
public static class IntervalMetrics
{
    /// <summary>Share of rows with low ≤ target ≤ high.</summary>
    /// <param name="targets">True values, length rows ≥ 1, finite.</param>
    /// <param name="lows">Lower ends, length rows, finite.</param>
    /// <param name="highs">Upper ends, length rows, each at least its lower end.</param>
    /// <returns>0 … 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is not finite or a range ends before it begins.</exception>
    public static double Coverage<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> lows, ReadOnlySpan<TPrediction> highs)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, low) = MetricInput.Pairs(targets, lows);
        var high = Ends(low, highs);
        var inside = 0;
        for (var i = 0; i < y.Length; i++)
            if (low[i] <= y[i] && y[i] <= high[i]) inside++;
        return (double)inside / y.Length;
    }

    /// <summary>Mean of high − low, in target units; a range of one single count has width 0.</summary>
    /// <param name="lows">Lower ends, length rows ≥ 1, finite.</param>
    /// <param name="highs">Upper ends, length rows, each at least its lower end.</param>
    /// <returns>At least 0.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is not finite or a range ends before it begins.</exception>
    public static double MeanWidth<TPrediction>(ReadOnlySpan<TPrediction> lows, ReadOnlySpan<TPrediction> highs)
        where TPrediction : struct, INumber<TPrediction>
    {
        var low = MetricInput.Finite(lows, nameof(lows));
        var high = Ends(low, highs);
        double sum = 0;
        for (var i = 0; i < low.Length; i++) sum += high[i] - low[i];
        return sum / low.Length;
    }

    private static double[] Ends<TPrediction>(double[] lows, ReadOnlySpan<TPrediction> highs)
        where TPrediction : struct, INumber<TPrediction>
    {
        MetricInput.CheckLengths(lows.Length, highs.Length);
        var ends = MetricInput.Finite(highs, nameof(highs));
        for (var i = 0; i < ends.Length; i++)
            if (ends[i] < lows[i]) throw new ArgumentException($"Range {i} ends before it begins.", nameof(highs));
        return ends;
    }
}
