using System.Numerics;

namespace MusicFlow.Learning.Losses;

/// <summary>Tweedie likelihood with log link and variance power ρ in (1, 2): with a = y·e^((1−ρ)z) and b = e^((2−ρ)z), gradient b − a, hessian (ρ−1)a + (2−ρ)b.</summary>
/// <remarks>The reported loss is the unit deviance 2(y^(2−ρ)/((1−ρ)(2−ρ)) − yμ^(1−ρ)/(1−ρ) + μ^(2−ρ)/(2−ρ)) (Jørgensen 1997, section 4.2).</remarks>
internal sealed class TweedieLoss(double variancePower) : Loss
{
    private const float MarginLimit = PoissonLoss.MarginLimit;
    private readonly float toOne = (float)(1 - variancePower);
    private readonly float toTwo = (float)(2 - variancePower);

    /// <inheritdoc/>
    public override string? Refuse(float target) => target < 0 ? "Tweedie targets must be 0 or more." : null;

    /// <inheritdoc/>
    public override string? RefuseBase(float baseScore) => baseScore > 0 && float.IsFinite(baseScore) ? null : "BaseScore must be above 0 for a log link.";

    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) => (float)Math.Max(Mean(targets, weights), PoissonLoss.LeastMean);

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        var (high, low) = (new Vector<float>(MarginLimit), new Vector<float>(-MarginLimit));
        for (var i = 0; i < gradients.Length; i += Vector<float>.Count)
        {
            var margin = Vector.Max(low, Vector.Min(high, Load(block.Margins, i)));
            var a = Load(block.Targets, i) * Vector.Exp(margin * toOne);
            var b = Vector.Exp(margin * toTwo);
            Store(b - a, gradients, i);
            Store(b * toTwo - a * toOne, hessians, i);
        }
    }

    /// <inheritdoc/>
    public override double Deviance(ReadOnlySpan<float> margins, float target)
    {
        var margin = Math.Clamp(margins[0], -MarginLimit, MarginLimit);
        var (one, two) = (1 - variancePower, 2 - variancePower);
        return 2 * (Math.Pow(target, two) / (one * two) - target * Math.Exp(one * margin) / one + Math.Exp(two * margin) / two);
    }

    /// <inheritdoc/>
    /// <remarks>From G = B − A and H = (ρ−1)A + (2−ρ)B follow A = H − (2−ρ)G and B = H + (ρ−1)G; a leaf value scales each by its own power of e.</remarks>
    public override LeafShift? ShiftOf(double leafValue)
    {
        var (one, two) = (variancePower - 1, 2 - variancePower);
        var (a, b) = (Math.Exp(-one * leafValue), Math.Exp(two * leafValue));
        return new LeafShift(a * two + b * one, b - a, one * two * (b - a), one * a + two * b);
    }
}
