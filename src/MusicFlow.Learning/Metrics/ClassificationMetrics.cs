using System.Numerics;

namespace MusicFlow.Learning.Metrics;

/// <summary>How well predicted classes and probabilities fit the true classes. Pure.</summary>
public static class ClassificationMetrics
{
    /// <summary>Probabilities are held this far from 0 and 1 before their logarithm is taken, so that one sure mistake does not make a loss infinite.</summary>
    public const double ProbabilityFloor = 1e-15;

    /// <summary>Mean binary log loss, −mean(ln of the probability that the true outcome was given).</summary>
    /// <param name="targets">Labels or counts, length rows ≥ 1, finite; a row is positive when its value is above 0.</param>
    /// <param name="probabilities">P(positive), length rows, 0 … 1.</param>
    /// <returns>At least 0, in nats; 0 is perfect.</returns>
    /// <exception cref="ArgumentException">The lengths differ, there are no rows, a value is not finite, or a probability lies outside 0 … 1.</exception>
    public static double LogLoss<TTarget, TPrediction>(ReadOnlySpan<TTarget> targets, ReadOnlySpan<TPrediction> probabilities)
        where TTarget : struct, INumber<TTarget>
        where TPrediction : struct, INumber<TPrediction>
    {
        var (y, p) = MetricInput.Pairs(targets, probabilities);
        double sum = 0;
        for (var i = 0; i < y.Length; i++) sum -= LogOf(y[i] > 0 ? p[i] : 1 - p[i]);
        return sum / y.Length;
    }

    /// <summary>Mean multi-class log loss.</summary>
    /// <param name="classes">True class of each row, 0 … classes − 1; length rows ≥ 1.</param>
    /// <param name="probabilities">Row-major, shape [rows × classes], each 0 … 1.</param>
    /// <returns>At least 0, in nats; 0 is perfect.</returns>
    /// <exception cref="ArgumentException">The shape does not fit, a class has no column, or a probability lies outside 0 … 1.</exception>
    public static double LogLossOfClasses<TPrediction>(ReadOnlySpan<int> classes, ReadOnlySpan<TPrediction> probabilities)
        where TPrediction : struct, INumber<TPrediction>
    {
        if (classes.IsEmpty || probabilities.IsEmpty || probabilities.Length % classes.Length != 0)
            throw new ArgumentException($"{probabilities.Length} probabilities do not fill {classes.Length} rows.", nameof(probabilities));
        var width = probabilities.Length / classes.Length;
        var p = MetricInput.Finite(probabilities, nameof(probabilities));
        double sum = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            if ((uint)classes[i] >= (uint)width) throw new ArgumentException($"Class {classes[i]} has no column.", nameof(classes));
            sum -= LogOf(p[i * width + classes[i]]);
        }
        return sum / classes.Length;
    }

    /// <summary>Share of rows whose class was predicted exactly.</summary>
    /// <param name="classes">True classes, length rows ≥ 1.</param>
    /// <param name="predicted">Predicted classes, length rows.</param>
    /// <returns>0 … 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there are no rows.</exception>
    public static double Accuracy(ReadOnlySpan<int> classes, ReadOnlySpan<int> predicted)
    {
        MetricInput.CheckLengths(classes.Length, predicted.Length);
        var right = 0;
        for (var i = 0; i < classes.Length; i++)
            if (classes[i] == predicted[i]) right++;
        return (double)right / classes.Length;
    }

    /// <summary>Unweighted mean over the classes of F1 = 2·TP / (2·TP + FP + FN).</summary>
    /// <param name="classes">True classes, length rows ≥ 1.</param>
    /// <param name="predicted">Predicted classes, length rows.</param>
    /// <returns>0 … 1; over every class that occurs among the true or the predicted ones, so each has a defined F1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there are no rows.</exception>
    public static double MacroF1(ReadOnlySpan<int> classes, ReadOnlySpan<int> predicted)
    {
        MetricInput.CheckLengths(classes.Length, predicted.Length);
        var counts = new SortedDictionary<int, (int Right, int Named)>();
        for (var i = 0; i < classes.Length; i++)
        {
            Count(classes[i], classes[i] == predicted[i] ? 1 : 0);
            Count(predicted[i], 0);
        }
        return counts.Values.Average(c => 2.0 * c.Right / c.Named);

        // Named counts true and predicted mentions together: TP + FN + TP + FP.
        void Count(int @class, int right)
        {
            counts.TryGetValue(@class, out var seen);
            counts[@class] = (seen.Right + right, seen.Named + 1);
        }
    }

    private static double LogOf(double probability) => probability is >= 0 and <= 1
        ? Math.Log(Math.Clamp(probability, ProbabilityFloor, 1 - ProbabilityFloor))
        : throw new ArgumentException("A probability lies outside 0 … 1.", nameof(probability));
}
