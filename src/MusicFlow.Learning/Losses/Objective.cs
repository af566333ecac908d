namespace MusicFlow.Learning.Losses;

/// <summary>What a model optimises, and with it the link between its margin (raw prediction) and its prediction.</summary>
/// <remarks>Names, parameters and links are XGBoost's (doc/parameter.rst, v1.7.4 to 3.x), so that models move both ways.</remarks>
public abstract record Objective
{
    private Objective() { }

    /// <summary>Number of margins per row: 1, or the number of classes of <see cref="Softmax"/>.</summary>
    public virtual int Groups => 1;

    /// <summary>½(z − y)²; prediction = margin.</summary>
    public sealed record SquaredError : Objective;

    /// <summary>Poisson likelihood with log link; prediction = e^margin. Targets ≥ 0.</summary>
    /// <param name="MaxDeltaStep">Hessian inflation e^(z + step) that keeps steps short; also the longest leaf weight unless the options set one. XGBoost's default is 0.7. ≥ 0.</param>
    public sealed record Poisson(double MaxDeltaStep = 0.7) : Objective;

    /// <summary>Tweedie deviance with log link; prediction = e^margin. Targets ≥ 0.</summary>
    /// <param name="VariancePower">ρ in (1, 2): near 1 like Poisson, near 2 like gamma.</param>
    public sealed record Tweedie(double VariancePower = 1.5) : Objective;

    /// <summary>Pinball loss; prediction = margin, an estimate of the <paramref name="Alpha"/>-quantile.</summary>
    /// <param name="Alpha">In (0, 1).</param>
    public sealed record Quantile(double Alpha) : Objective;

    /// <summary>Binary log loss; prediction = 1 / (1 + e^−margin). Targets 0 or 1.</summary>
    public sealed record Logistic : Objective;

    /// <summary>Multi-class log loss; prediction = softmax of the margins. Targets 0 … <paramref name="Classes"/> − 1.</summary>
    /// <param name="Classes">Number of classes, ≥ 2.</param>
    public sealed record Softmax(int Classes) : Objective
    {
        /// <inheritdoc/>
        public override int Groups => Classes;
    }
}
