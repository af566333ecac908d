using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Training;

/// <summary>A finished training run.</summary>
/// <param name="Model">The winner, learnt from all rows.</param>
/// <param name="Calibration">From its expected streams to probability and range.</param>
/// <param name="Winner">What the model is made of, and its cross-validation.</param>
/// <param name="Ranking">Every candidate with its deviance, best first.</param>
public sealed record TrainedModel(IMarginModel Model, CountCalibration Calibration, Winner Winner, IReadOnlyList<(string Name, double Deviance)> Ranking);

/// <summary>How far a training run has come.</summary>
/// <param name="Stage">What is being done, in words.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in all, ≥ 1.</param>
public sealed record TrainingProgress(string Stage, int Done, int Total);

/// <summary>Settings of a training run.</summary>
public sealed record TrainerOptions
{
    /// <summary>Boosted candidates drawn at random. ≥ 1.</summary>
    public int Draws { get; init; } = 16;

    /// <summary>Seed of everything: zeros, splits, folds, candidates, models, ties.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Folds of cross-validation and of out-of-fold features. ≥ 2.</summary>
    public int Folds { get; init; } = 5;
}

/// <summary>Finds the best candidate by cross-validation, learns it from all rows, and calibrates it on answers that it gave out of fold.</summary>
/// <remarks>Same rows and options: the same model, byte for byte.</remarks>
public sealed class Trainer(TrainerOptions options)
{
    /// <summary>Trains.</summary>
    /// <param name="table">Rows, features and folds; nothing of its test rows is looked at.</param>
    /// <param name="progress">Told after each candidate.</param>
    /// <param name="ct">Stops the run; nothing is kept.</param>
    public TrainedModel Train(TrainingTable table, IProgress<TrainingProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        var samples = table.Train.Samples;
        var mean = samples.Targets.Average();
        var candidates = table.IsForecast
            ? RandomSearch.Forecasts(table.Names, options.Seed)
            : RandomSearch.Candidates(options.Draws, table.Names, mean, options.Seed);
        var runs = new List<CrossValidated>();
        foreach (var candidate in candidates)
        {
            progress?.Report(new TrainingProgress($"trying {candidate.Name}", runs.Count, candidates.Count + 1));
            runs.Add(CrossValidation.Run(candidate, samples, table.Folds, ct));
        }
        var ranking = runs.OrderBy(run => run.Deviance).ToList();
        var winner = table.IsForecast ? Winner.Blend(ranking, samples.Targets) : Winner.Of(ranking, samples.Targets, BlendLimits.For(table.For));
        progress?.Report(new TrainingProgress($"learning from all rows: {winner.Name}", runs.Count, candidates.Count + 1));
        var model = winner.Refit(samples, ct);
        var calibration = CountCalibration.Fit(winner.Run.Answers, samples.Targets, table.Train.ArtistKnown(table.Features));
        return new TrainedModel(model, calibration, winner, [.. ranking.Select(run => (run.Candidate.Name, run.Deviance))]);
    }
}
