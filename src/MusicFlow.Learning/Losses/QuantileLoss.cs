namespace MusicFlow.Learning.Losses;

/// <summary>Pinball loss max(α(y − z), (α − 1)(y − z)): gradient 1 − α above the target, −α below it, hessian 1; leaves are refitted to the α-quantile of their residuals.</summary>
internal sealed class QuantileLoss(double alpha) : Loss
{
    /// <inheritdoc/>
    public override bool RenewsLeaves => true;

    /// <inheritdoc/>
    public override float Baseline(ReadOnlySpan<float> targets, ReadOnlySpan<float> weights) => (float)Renew(targets.ToArray(), weights.ToArray());

    /// <inheritdoc/>
    public override void Gradients(int group, RowBlock block, Span<float> gradients, Span<float> hessians)
    {
        hessians.Fill(1);
        var (above, below) = ((float)(1 - alpha), (float)-alpha);
        for (var i = 0; i < gradients.Length; i++) gradients[i] = block.Margins[i] >= block.Targets[i] ? above : below;
    }

    /// <inheritdoc/>
    public override double Deviance(ReadOnlySpan<float> margins, float target)
    {
        var residual = (double)target - margins[0];
        return Math.Max(alpha * residual, (alpha - 1) * residual);
    }

    /// <inheritdoc/>
    /// <remarks>The least residual at which the weights below and at it reach the share α: a minimiser of the pinball loss.</remarks>
    public override double Renew(Span<float> residuals, Span<float> weights)
    {
        if (residuals.IsEmpty) return 0;
        if (weights.IsEmpty)
        {
            residuals.Sort();
            return residuals[Math.Clamp((int)Math.Ceiling(alpha * residuals.Length) - 1, 0, residuals.Length - 1)];
        }
        residuals.Sort(weights);
        var total = 0.0;
        foreach (var weight in weights) total += weight;
        var (reached, i) = (0.0, 0);
        for (; i < residuals.Length - 1; i++)
        {
            reached += weights[i];
            if (reached > 0 && reached >= alpha * total) break;
        }
        return residuals[i];
    }
}
