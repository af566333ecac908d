using System.Numerics;
using System.Runtime.CompilerServices;

namespace MusicFlow.Learning.Losses;

/// <summary>How the sums of gradients and hessians of a set of samples change when every margin in it moves by one leaf value: G' = G + <paramref name="GradientByHessian"/>·H and so on.</summary>
/// <remarks>It exists where gradient and hessian are linear in powers of e^margin or in the margin itself; then the next round's root histogram follows from this round's leaves, without a pass over the rows.</remarks>
internal readonly record struct LeafShift(double GradientByGradient, double GradientByHessian, double HessianByGradient, double HessianByHessian);

/// <summary>The arithmetic of an <see cref="Objective"/>: link, gradients, deviance. Margins, gradients and hessians are float32, as in XGBoost.</summary>
/// <remarks>Stateless and thread-safe. Formulas: XGBoost's src/objective/*.</remarks>
internal abstract class Loss
{
    /// <summary>The arithmetic of an objective.</summary>
    public static Loss For(Objective objective) => objective switch
    {
        Objective.SquaredError => new SquaredErrorLoss(),
        Objective.Poisson poisson => new PoissonLoss(poisson.MaxDeltaStep),
        Objective.Tweedie tweedie => new TweedieLoss(tweedie.VariancePower),
        Objective.Quantile quantile => new QuantileLoss(quantile.Alpha),
        Objective.Logistic => new LogisticLoss(),
        Objective.Softmax softmax => new SoftmaxLoss(softmax.Classes),
        _ => throw new ArgumentException($"No loss is known for {objective.GetType().Name}.", nameof(objective)),
    };

    /// <summary>Whether leaf values are order statistics of the residuals instead of Newton steps.</summary>
    public virtual bool RenewsLeaves => false;

    /// <summary>Says what is wrong with a target, or <see langword="null"/>.</summary>
    public virtual string? Refuse(float target) => null;

    /// <summary>Says what is wrong with a baseline prediction in output space, or <see langword="null"/>.</summary>
    public virtual string? RefuseBase(float baseScore) => float.IsFinite(baseScore) ? null : "BaseScore must be finite.";

    /// <summary>The baseline prediction that fits the targets, in output space.</summary>
    /// <param name="targets">At least one.</param>
    /// <param name="weights">As long as <paramref name="targets"/>, or empty when all weigh 1.</param>
    public abstract float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights);

    /// <summary>First and second derivative of the loss by the margin, weight 1.</summary>
    /// <param name="group">The margin's group: 0, or the class.</param>
    /// <param name="block">The rows; its spans all have the same length.</param>
    /// <param name="gradients">Written, one per row.</param>
    /// <param name="hessians">Written, one per row, each ≥ 0.</param>
    public abstract void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians);

    /// <summary>The loss of one row, non-negative: squared error, deviance, pinball or log loss.</summary>
    /// <param name="margins">One margin per group.</param>
    /// <param name="target">One that <see cref="Refuse"/> lets pass.</param>
    public abstract double Deviance(ReadOnlySpan<float> margins, float target);

    /// <summary>How a leaf value changes sums of gradients and hessians, or <see langword="null"/> when they are not enough to tell.</summary>
    public virtual LeafShift? ShiftOf(double leafValue) => null;

    /// <summary>Value of a leaf from the residuals in it; only when <see cref="RenewsLeaves"/>.</summary>
    /// <param name="residuals">Target − margin; reordered by the call.</param>
    /// <param name="weights">As long, or empty; reordered alike.</param>
    public virtual double Renew(Span<float> residuals, Span<float> weights) => throw new NotSupportedException("This loss takes Newton steps.");

    /// <summary>The values from <paramref name="i"/> on, with zeros behind the end. The last rows so take the same path as the others: equal rows get equal gradients, bit for bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static Vector<float> Load(ReadOnlySpan<float> values, int i) =>
        i <= values.Length - Vector<float>.Count ? new Vector<float>(values[i..]) : LoadPart(values[i..]);

    /// <summary>Writes as many values from <paramref name="i"/> on as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static void Store(Vector<float> vector, Span<float> values, int i)
    {
        if (i <= values.Length - Vector<float>.Count) vector.CopyTo(values[i..]);
        else StorePart(vector, values[i..]);
    }

    private static Vector<float> LoadPart(ReadOnlySpan<float> values)
    {
        Span<float> padded = stackalloc float[Vector<float>.Count];
        values.CopyTo(padded);
        return new Vector<float>(padded);
    }

    private static void StorePart(Vector<float> vector, Span<float> values)
    {
        for (var lane = 0; lane < values.Length; lane++) values[lane] = vector[lane];
    }

    /// <summary>Weighted mean; 0 when all weights are 0.</summary>
    protected static double Mean(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < targets.Length; i++)
        {
            var w = weights.IsEmpty ? 1.0 : weights[i];
            sum += w * targets[i];
            weight += w;
        }
        return weight > 0 ? sum / weight : 0;
    }
}

/// <summary>A stretch of rows as a <see cref="Loss"/> sees it.</summary>
/// <param name="margins">The margins of the asked group.</param>
/// <param name="targets">The targets.</param>
/// <param name="logSums">ln Σ e^margin over the groups, or empty when there is one group.</param>
internal readonly ref struct RowBlock(ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, ReadOnlySpan<float> logSums)
{
    /// <summary>The margins of the asked group.</summary>
    public ReadOnlySpan<float> Margins { get; } = margins;

    /// <summary>The targets.</summary>
    public ReadOnlySpan<float> Targets { get; } = targets;

    /// <summary>ln Σ e^margin over the groups, or empty when there is one group.</summary>
    public ReadOnlySpan<float> LogSums { get; } = logSums;
}
