using MusicFlow.Core.Predictions;
using MusicFlow.Learning;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Core.Training;

/// <summary>What a candidate did on rows that it had not learnt from.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Margins">Out-of-fold margins. Length rows.</param>
/// <param name="Chances">Out-of-fold margins of the chance of a stream; <see langword="null"/> where the models have no part for it. Length rows.</param>
/// <param name="Answers">The same as streams and scores. Length rows.</param>
/// <param name="Deviance">Their mean Poisson deviance.</param>
/// <param name="Models">One model per fold.</param>
public sealed record CrossValidated(
    Candidate Candidate, float[] Margins, float[]? Chances, IReadOnlyList<Expectation> Answers, double Deviance, IReadOnlyList<IMarginModel> Models)
{
    /// <summary>Judges out-of-fold margins.</summary>
    internal static CrossValidated Of(Candidate candidate, float[] margins, float[]? chances, IReadOnlyList<IMarginModel> models, float[] targets)
    {
        Expectation[] answers = [.. margins.Select((margin, row) => Expectation.Of(margin, chances?[row], models[0].Objective))];
        var deviance = RegressionMetrics.PoissonDeviance<float, double>(targets, Array.ConvertAll(answers, answer => answer.Streams));
        return new CrossValidated(candidate, margins, chances, answers, deviance, models);
    }
}

/// <summary>Fits a candidate once per fold and predicts each fold with the model that did not see it.</summary>
public static class CrossValidation
{
    /// <summary>Runs one candidate on streams.</summary>
    /// <param name="candidate">What to fit.</param>
    /// <param name="samples">All training rows.</param>
    /// <param name="folds">Fold of each row, length rows.</param>
    /// <param name="ct">Stops the run.</param>
    public static CrossValidated Run(Candidate candidate, Samples samples, IReadOnlyList<int> folds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var (margins, chances, models) = Fit(candidate, samples, folds, ct);
        return CrossValidated.Of(candidate, margins, chances, models, samples.Targets);
    }

    /// <summary>Margins of each row by the model that did not learn from it.</summary>
    public static float[] Margins(Candidate candidate, Samples samples, IReadOnlyList<int> folds, CancellationToken ct) =>
        Fit(candidate, samples, folds, ct).Margins;

    private static (float[] Margins, float[]? Chances, IReadOnlyList<IMarginModel> Models) Fit(
        Candidate candidate, Samples samples, IReadOnlyList<int> folds, CancellationToken ct)
    {
        var (margins, chances) = (new float[samples.Rows], new float?[samples.Rows]);
        var models = new List<IMarginModel>();
        foreach (var fold in folds.Distinct().Order())
        {
            var held = Enumerable.Range(0, samples.Rows).Where(row => folds[row] == fold).ToArray();
            var rest = Enumerable.Range(0, samples.Rows).Where(row => folds[row] != fold).ToArray();
            var model = candidate.Fit(samples.Select(rest), samples.Select(held), ct);
            foreach (var row in held) (margins[row], chances[row]) = (model.Margin(samples.Features.Row(row)), model.ChanceMargin(samples.Features.Row(row)));
            models.Add(model);
        }
        return (margins, chances.Contains(null) ? null : Array.ConvertAll(chances, chance => chance!.Value), models);
    }
}
