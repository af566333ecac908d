using System.Numerics;

namespace MusicFlow.Learning.Losses;

/// <summary>Binary log loss, p = 1 / (1 + e^−z): gradient p − y, hessian p(1 − p), at least 10⁻¹⁶ as in XGBoost.</summary>
internal sealed class LogisticLoss : Loss
{
    /// <summary>The least hessian of the classification losses.</summary>
    internal const float LeastHessian = 1e-16f;

    private const double LeastShare = 1e-6;

    /// <inheritdoc/>
    public override string? Refuse(float target) => target is 0 or 1 ? null : "Logistic targets must be 0 or 1.";

    /// <inheritdoc/>
    public override string? RefuseBase(float baseScore) => baseScore is > 0 and < 1 ? null : "BaseScore must lie between 0 and 1 for a logistic link.";

    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) =>
        (float)Math.Clamp(Mean(targets, weights), LeastShare, 1 - LeastShare);

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        var (one, least) = (Vector<float>.One, new Vector<float>(LeastHessian));
        for (var i = 0; i < gradients.Length; i += Vector<float>.Count)
        {
            var share = one / (one + Vector.Exp(-Load(block.Margins, i)));
            Store(share - Load(block.Targets, i), gradients, i);
            Store(Vector.Max(share * (one - share), least), hessians, i);
        }
    }

    /// <inheritdoc/>
    /// <remarks>ln(1 + e^z) − yz, written so that neither side overflows.</remarks>
    public override double Deviance(ReadOnlySpan<float> margins, float target)
    {
        double z = margins[0];
        return Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z))) - target * z;
    }
}
