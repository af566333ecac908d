using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Trees;

/// <summary>The best leaf weight for sums of gradients and hessians: −T(G) / (H + λ), clipped to the longest step allowed.</summary>
/// <remarks>Chen &amp; Guestrin 2016, eq. 5, with L1 and XGBoost's <c>max_delta_step</c>.</remarks>
internal readonly struct LeafFit(BoostingOptions options, FixedPoint gradientScale, FixedPoint hessianScale)
{
    /// <summary>The weight before the learning rate; 0 where there is nothing to learn from.</summary>
    public double WeightOf(GradientSums sums)
    {
        var denominator = HessianOf(sums) + options.L2;
        if (sums.Hessian <= 0 || denominator <= 0) return 0;
        var gradient = sums.Gradient * gradientScale.Unit;
        var weight = -Math.Sign(gradient) * Math.Max(Math.Abs(gradient) - options.L1, 0) / denominator;
        return options.StepLimit > 0 ? Math.Clamp(weight, -options.StepLimit, options.StepLimit) : weight;
    }

    /// <summary>The sum of hessians in real units.</summary>
    public double HessianOf(GradientSums sums) => sums.Hessian * hessianScale.Unit;
}
