using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Boosting;

/// <summary>Trains tree ensembles: gradient boosting, and random forests as one round of many trees.</summary>
/// <remarks>
/// Histogram gradient boosting after Chen &amp; Guestrin 2016 (XGBoost) and Ke et al. 2017 (LightGBM). Thread-safe: every run has its own state.
/// The same samples and options give the same model, byte for byte, at any thread count.
/// </remarks>
public static class Booster
{
    /// <summary>Trains a model.</summary>
    /// <param name="train">At least one sample, with targets that the objective allows.</param>
    /// <param name="validation">Samples to watch the loss on, or <see langword="null"/>; needed for early stopping. Never trained on.</param>
    /// <param name="options">The settings.</param>
    /// <param name="progress">Told after every round, or <see langword="null"/>.</param>
    /// <param name="ct">Looked at before every tree.</param>
    /// <returns>The model; with early stopping, up to its best round.</returns>
    /// <exception cref="TrainingRefusedException">A setting is out of its range, or the samples do not fit it; the message says which.</exception>
    /// <exception cref="ArithmeticException">Targets so large that gradients overflow float32.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static TreeEnsemble Train(
        Samples train, Samples? validation, BoostingOptions options, IProgress<BoostingProgress>? progress, CancellationToken ct)
    {
        TrainingChecks.Require(train, validation, options);
        using var run = new BoostingRun(train, validation, options);
        return run.Run(progress, ct);
    }
}
