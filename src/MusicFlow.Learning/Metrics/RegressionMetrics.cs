using System.Numerics;

namespace MusicFlow.Learning.Metrics;

/// <summary>How far predicted amounts lie from the true ones. Pure; sums run in row order in double precision.</summary>
public static class RegressionMetrics
{
    /// <summary>Least mean that <see cref="PoissonDeviance"/> reckons with; lower and negative predictions are raised to it.</summary>
    public const double PoissonFloor = 1e-6;

    /// <summary>Coefficient of determination, 1 − Σ(y − ŷ)² / Σ(y − ȳ)²: 1 is perfect, 0 is no better than the mean, below 0 is worse.</summary>
    /// <param name="targets">True values, length rows ≥ 1, finite.</param>
    /// <param name="predictions">Predicted values, length rows, finite.</param>
    /// <returns>At most 1; NaN where all targets are equal, because there is nothing to explain.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    public static double R2<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, predictions);
        if (y.All(value => value == y[0])) return double.NaN;
        var mean = y.Average();
        double residual = 0, total = 0;
        for (var i = 0; i < y.Length; i++)
        {
            residual += (y[i] - predicted[i]) * (y[i] - predicted[i]);
            total += (y[i] - mean) * (y[i] - mean);
        }
        return 1 - residual / total;
    }

    /// <summary>Mean of |y − ŷ|, in target units.</summary>
    /// <inheritdoc cref="R2" path="/param"/>
    /// <returns>At least 0.</returns>
    /// <inheritdoc cref="R2" path="/exception"/>
    public static double MeanAbsoluteError<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, predictions);
        double sum = 0;
        for (var i = 0; i < y.Length; i++) sum += Math.Abs(y[i] - predicted[i]);
        return sum / y.Length;
    }

    /// <summary>Root of the mean of (y − ŷ)², in target units.</summary>
    /// <inheritdoc cref="R2" path="/param"/>
    /// <returns>At least 0.</returns>
    /// <inheritdoc cref="R2" path="/exception"/>
    public static double RootMeanSquaredError<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, predictions);
        double sum = 0;
        for (var i = 0; i < y.Length; i++) sum += (y[i] - predicted[i]) * (y[i] - predicted[i]);
        return Math.Sqrt(sum / y.Length);
    }

    /// <summary>Mean Poisson deviance, 2 · mean(y ln(y/μ) − (y − μ)) with 0 ln 0 = 0 (McCullagh &amp; Nelder 1989, section 2.3).</summary>
    /// <param name="targets">Counts, length rows ≥ 1, each ≥ 0 and finite.</param>
    /// <param name="predictions">Means μ, length rows, finite; below <see cref="PoissonFloor"/> they count as that floor.</param>
    /// <returns>At least 0; 0 is perfect.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is not finite or a target is negative.</exception>
    public static double PoissonDeviance<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, predicted) = MetricInput.Pairs(targets, predictions);
        double sum = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (y[i] < 0) throw new ArgumentException($"Target {i} is negative.", nameof(targets));
            var mean = Math.Max(predicted[i], PoissonFloor);
            sum += (y[i] > 0 ? y[i] * Math.Log(y[i] / mean) : 0) - (y[i] - mean);
        }
        return 2 * sum / y.Length;
    }
}
