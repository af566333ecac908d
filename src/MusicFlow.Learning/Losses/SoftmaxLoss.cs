using System.Numerics;

namespace MusicFlow.Learning.Losses;

/// <summary>Multi-class log loss over K margins: gradient p_k − 1{y = k}, hessian 2p_k(1 − p_k), at least 10⁻¹⁶ as in XGBoost.</summary>
internal sealed class SoftmaxLoss(int classes) : Loss
{
    private const double LeastShare = 1e-6;

    /// <summary>What every margin starts from: the same number for all classes has no effect, and every XGBoost reads it.</summary>
    internal const float Neutral = 0.5f;

    /// <inheritdoc/>
    public override string? Refuse(float target) =>
        target >= 0 && target < classes && target == MathF.Floor(target) ? null : $"Softmax targets must be whole numbers from 0 to {classes - 1}.";

    /// <inheritdoc/>
    public override string? RefuseBase(float baseScore) => "BaseScore has no meaning for softmax; leave it out.";

    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) => Neutral;

    /// <summary>The logarithm of each class's share, centred on 0; shares below 10⁻⁶ count as that.</summary>
    public float[] LogPriors(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights)
    {
        var shares = new double[classes];
        for (var i = 0; i < targets.Length; i++) shares[(int)targets[i]] += weights.IsEmpty ? 1 : weights[i];
        var total = shares.Sum();
        if (total <= 0) return new float[classes];
        var logs = Array.ConvertAll(shares, share => Math.Log(Math.Max(share / total, LeastShare)));
        var centre = logs.Average();
        return Array.ConvertAll(logs, log => (float)(log - centre));
    }

    /// <summary>Writes ln Σ e^margin of each row.</summary>
    /// <param name="margins">One array per class.</param>
    /// <param name="first">The first row.</param>
    /// <param name="logSums">One number per row from <paramref name="first"/> on.</param>
    public static void LogSums(float[][] margins, int first, Span<float> logSums)
    {
        for (var i = 0; i < logSums.Length; i++)
        {
            var most = float.NegativeInfinity;
            foreach (var group in margins) most = Math.Max(most, group[first + i]);
            var sum = 0f;
            foreach (var group in margins) sum += MathF.Exp(group[first + i] - most);
            logSums[i] = most + MathF.Log(sum);
        }
    }

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        var (one, two, least, own) = (Vector<float>.One, new Vector<float>(2), new Vector<float>(LogisticLoss.LeastHessian), new Vector<float>(group));
        for (var i = 0; i < gradients.Length; i += Vector<float>.Count)
        {
            var share = Vector.Exp(Load(block.Margins, i) - Load(block.LogSums, i));
            var hit = Vector.ConditionalSelect(Vector.Equals(Load(block.Targets, i), own), one, Vector<float>.Zero);
            Store(share - hit, gradients, i);
            Store(Vector.Max(two * share * (one - share), least), hessians, i);
        }
    }

    /// <inheritdoc/>
    public override double Deviance(ReadOnlySpan<float> margins, float target)
    {
        double most = float.NegativeInfinity;
        foreach (var margin in margins) most = Math.Max(most, margin);
        var sum = 0.0;
        foreach (var margin in margins) sum += Math.Exp(margin - most);
        return most + Math.Log(sum) - margins[(int)target];
    }
}
