using System.Numerics;

namespace MusicFlow.Learning.Metrics;

/// <summary>Checks and copies what a metric is given, so that no metric returns a number for broken input.</summary>
internal static class MetricInput
{
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, or a value is not finite.</exception>
    public static (double[] Targets, double[] Predictions) Pairs<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> predictions)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        CheckLengths(targets.Length, predictions.Length);
        return (Finite(targets, nameof(targets)), Finite(predictions, nameof(predictions)));
    }

    /// <exception cref="ArgumentException">The lengths differ, or there are no rows.</exception>
    public static void CheckLengths(int targets, int predictions)
    {
        if (targets == 0) throw new ArgumentException("A metric needs at least one row.", nameof(targets));
        if (targets != predictions) throw new ArgumentException($"{predictions} predictions for {targets} targets.", nameof(predictions));
    }

    /// <summary>Copies the values as doubles.</summary>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static double[] Finite<T>(ReadOnlySpan<T> values, string name)
        where T : struct, INumber<T>
    {
        var copy = new double[values.Length];
        for (var i = 0; i < copy.Length; i++)
        {
            copy[i] = double.CreateChecked(values[i]);
            if (!double.IsFinite(copy[i])) throw new ArgumentException($"Value {i} of {name} is not finite.", name);
        }
        return copy;
    }
}
