using System.Numerics;

namespace MusicFlow.Learning.Losses;

/// <summary>Poisson likelihood, μ = e^z: gradient μ − y, hessian μ·e^step. The reported loss is the unit deviance 2(y ln(y/μ) − y + μ).</summary>
/// <param name="maxDeltaStep">Inflates the hessian, which keeps steps short (XGBoost's <c>max_delta_step</c>, 0.7 by default).</param>
internal sealed class PoissonLoss(double maxDeltaStep) : Loss
{
    /// <summary>Margins beyond ± this are treated as this: e^80 still fits a float32.</summary>
    internal const float MarginLimit = 80;

    /// <summary>The least baseline, where every target is 0.</summary>
    internal const double LeastMean = 1e-6;

    private readonly float inflation = (float)Math.Exp(maxDeltaStep);

    /// <inheritdoc/>
    public override string? Refuse(float target) => target < 0 ? "Poisson targets must be 0 or more." : null;

    /// <inheritdoc/>
    public override string? RefuseBase(float baseScore) => baseScore > 0 && float.IsFinite(baseScore) ? null : "BaseScore must be above 0 for a log link.";

    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) => (float)Math.Max(Mean(targets, weights), LeastMean);

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        var (high, low) = (new Vector<float>(MarginLimit), new Vector<float>(-MarginLimit));
        for (var i = 0; i < gradients.Length; i += Vector<float>.Count)
        {
            var mean = Vector.Exp(Vector.Max(low, Vector.Min(high, Load(block.Margins, i))));
            Store(mean - Load(block.Targets, i), gradients, i);
            Store(mean * inflation, hessians, i);
        }
    }

    /// <inheritdoc/>
    public override double Deviance(ReadOnlySpan<float> margins, float target)
    {
        var mean = Math.Exp(Math.Clamp(margins[0], -MarginLimit, MarginLimit));
        var entropy = target > 0 ? target * Math.Log(target / mean) : 0;
        return 2 * (entropy - target + mean);
    }

    /// <inheritdoc/>
    public override LeafShift? ShiftOf(double leafValue)
    {
        var growth = Math.Exp(leafValue);
        return new LeafShift(1, (growth - 1) / inflation, 0, growth);
    }
}
