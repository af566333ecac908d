using System.Numerics;

namespace MusicFlow.Learning.Losses;

/// <summary>½(z − y)²: gradient z − y, hessian 1. The reported loss is (z − y)².</summary>
internal sealed class SquaredErrorLoss : Loss
{
    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) => (float)Mean(targets, weights);

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        hessians.Fill(1);
        for (var i = 0; i < gradients.Length; i += Vector<float>.Count)
            Store(Load(block.Margins, i) - Load(block.Targets, i), gradients, i);
    }

    /// <inheritdoc/>
    public override double Deviance(ReadOnlySpan<float> margins, float target) => ((double)margins[0] - target) * ((double)margins[0] - target);

    /// <inheritdoc/>
    public override LeafShift? ShiftOf(double leafValue) => new LeafShift(1, leafValue, 0, 1);
}
