using System.Numerics;

namespace MusicFlow.Learning.Metrics;

/// <summary>How well predictions put rows in order; only the order of the predictions counts. Pure and deterministic, ties included.</summary>
public static class RankingMetrics
{
    /// <summary>Spearman's rank correlation: Pearson's correlation of the ranks, where equal values share their mean rank.</summary>
    /// <param name="targets">True values, length rows ≥ 1, finite.</param>
    /// <param name="predictions">Predicted values, length rows, finite.</param>
    /// <returns>−1 … 1; NaN where all targets or all predictions are equal, because they have no order.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    public static double Spearman<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, predictions);
        var (a, b) = (Ranks.Average(y), Ranks.Average(predicted));
        var mean = (y.Length + 1) / 2.0;
        double both = 0, first = 0, second = 0;
        for (var i = 0; i < a.Length; i++)
        {
            both += (a[i] - mean) * (b[i] - mean);
            first += (a[i] - mean) * (a[i] - mean);
            second += (b[i] - mean) * (b[i] - mean);
        }
        return first == 0 || second == 0 ? double.NaN : Math.Clamp(both / Math.Sqrt(first * second), -1, 1);
    }

    /// <summary>Area under the ROC curve for "target &gt; 0": the chance that a random positive row scores above a random other row, a tie counting ½.</summary>
    /// <param name="targets">Labels or counts, length rows ≥ 1, finite; a row is positive when its value is above 0.</param>
    /// <param name="scores">Scores, higher means more likely positive; length rows, finite.</param>
    /// <returns>0 … 1, ½ for no skill; NaN where no row or every row is positive.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    /// <remarks>The Mann-Whitney statistic from rank sums (Hanley &amp; McNeil 1982).</remarks>
    public static double AreaUnderRoc<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> scores)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, scores);
        var ranks = Ranks.Average(predicted);
        double positives = 0, rankSum = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (y[i] <= 0) continue;
            positives++;
            rankSum += ranks[i];
        }
        var pairs = positives * (y.Length - positives);
        return pairs == 0 ? double.NaN : (rankSum - positives * (positives + 1) / 2) / pairs;
    }

    /// <summary>Normalised discounted cumulative gain of the best <paramref name="k"/> rows, with gain log₂(1 + y) and discount 1 / log₂(1 + position).</summary>
    /// <param name="targets">Counts, length rows ≥ 1, each ≥ 0 and finite.</param>
    /// <param name="predictions">Scores, higher is nearer the top; length rows, finite.</param>
    /// <param name="k">How many positions count, ≥ 1; more than there are rows means all.</param>
    /// <returns>0 … 1; NaN where every target is 0, because no order is better than another.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is not finite or a target is negative.</exception>
    /// <remarks>
    /// Järvelin &amp; Kekäläinen 2002; the logarithm keeps one song on repeat from deciding everything. Rows with equal scores
    /// get the mean gain over all their orders (McSherry &amp; Najork 2008), so the value never depends on the order of the rows.
    /// </remarks>
    public static double Ndcg<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions, int k)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var (gains, keys) = MetricInput.Pairs(targets, predictions);
        for (var i = 0; i < gains.Length; i++)
        {
            if (gains[i] < 0) throw new ArgumentException($"Target {i} is negative.", nameof(targets));
            gains[i] = Math.Log2(1 + gains[i]);
            keys[i] = -keys[i];
        }
        var best = Array.ConvertAll(gains, gain => -gain);
        var ideal = (double[])gains.Clone();
        Array.Sort(best, ideal);
        Array.Sort(keys, gains);
        var perfect = Dcg(best, ideal, k);
        return perfect == 0 ? double.NaN : Dcg(keys, gains, k) / perfect;
    }

    /// <summary>Discounted gain of rows in sorted order; rows with equal keys share their mean gain.</summary>
    private static double Dcg(double[] keys, double[] gains, int k)
    {
        double sum = 0;
        for (var start = 0; start < Math.Min(k, keys.Length);)
        {
            var end = Ranks.EndOfTie(keys, start);
            var discount = 0.0;
            for (var i = start; i < Math.Min(k, end); i++) discount += 1 / Math.Log2(i + 2);
            sum += discount * gains.AsSpan(start, end - start).ToArray().Average();
            start = end;
        }
        return sum;
    }
}
