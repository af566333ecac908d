using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Training;

/// <summary>Judges a model and its baselines on rows that none of them learnt from.</summary>
public static class Evaluation
{
    /// <summary>Name of the model in the tables; the baselines have their own.</summary>
    public const string ModelName = "model";

    /// <summary>Trains by <see cref="Trainer"/>'s rules on the training rows and scores model and baselines on the held-out rows.</summary>
    /// <param name="table">Rows, features, folds.</param>
    /// <param name="baselines">The baselines wanted.</param>
    /// <param name="options">Draws, folds and seed.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The model's answers and scores by name: <c>model</c>, then the baselines.</returns>
    public static (Answers Model, IReadOnlyDictionary<string, Scores> Scores) Run(
        TrainingTable table, BaselineChoice baselines, TrainerOptions options, IProgress<TrainingProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(baselines);
        var trained = new Trainer(options).Train(table, progress, ct);
        var model = AnswersOf(trained.Model, trained.Calibration, table.Test, table.Features);
        var scores = new Dictionary<string, Scores>(StringComparer.Ordinal) { [ModelName] = model.Scores };
        foreach (var (name, answers) in BaselineAnswers(table, baselines(table.Features, options.Seed), progress, ct)) scores[name] = answers.Scores;
        return (model, scores);
    }

    /// <summary>Scores a finished model on the held-out rows beside baselines that learn from the training rows.</summary>
    /// <exception cref="TrainingException">The model wants other features than the table holds.</exception>
    public static IReadOnlyDictionary<string, Scores> Run(
        TrainingTable table, LoadedModel loaded, TrainerOptions options, IProgress<TrainingProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(loaded);
        var scores = new Dictionary<string, Scores>(StringComparer.Ordinal)
        {
            [ModelName] = AnswersOf(loaded.Model, loaded.Metadata.Calibration, table.Test.For(loaded, table.Features), loaded.Features).Scores,
        };
        foreach (var (name, answers) in BaselineAnswers(table, Baselines.All(table.Features, options.Seed), progress, ct)) scores[name] = answers.Scores;
        return scores;
    }

    /// <summary>A finished model's answers for given rows.</summary>
    public static Answers AnswersOf(IMarginModel model, CountCalibration calibration, TableSlice test, IReadOnlyList<Feature> features)
    {
        ArgumentNullException.ThrowIfNull(test);
        List<Expectation> said = [.. Enumerable.Range(0, test.Rows.Count).Select(row => Expectation.Of(model, test.Samples.Features.Row(row)))];
        return Answers.Of(test.Samples.Targets, said, calibration, test.ArtistKnown(features));
    }

    /// <summary>The baselines' answers; each gets its ranges the same way as the model, from its own out-of-fold answers.</summary>
    public static IEnumerable<(string Name, Answers Answers)> BaselineAnswers(
        TrainingTable table, IReadOnlyList<Baseline> baselines, IProgress<TrainingProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(baselines);
        foreach (var (index, baseline) in baselines.Index())
        {
            progress?.Report(new TrainingProgress($"baseline {baseline.Name}", index, baselines.Count));
            var fitPredict = baseline.Choose(table.Train, ct);
            var calibration = CountCalibration.Fit(Said(OutOfFold(fitPredict, table, ct)), table.Train.Samples.Targets);
            yield return (baseline.Name, Answers.Of(table.Test.Samples.Targets, Said(fitPredict(table.Train, table.Test, ct)), calibration));
        }
    }

    private static Expectation[] Said(double[] streams) => Array.ConvertAll(streams, Expectation.Of);

    private static double[] OutOfFold(FitPredict fitPredict, TrainingTable table, CancellationToken ct)
    {
        var predictions = new double[table.Folds.Length];
        foreach (var fold in table.Folds.Distinct().Order())
        {
            var held = Enumerable.Range(0, predictions.Length).Where(row => table.Folds[row] == fold).ToArray();
            var rest = Enumerable.Range(0, predictions.Length).Where(row => table.Folds[row] != fold).ToArray();
            var answers = fitPredict(table.Train.Select(rest), table.Train.Select(held), ct);
            for (var i = 0; i < held.Length; i++) predictions[held[i]] = answers[i];
        }
        return predictions;
    }
}

/// <summary>Answers for held-out rows beside what happened.</summary>
/// <param name="Targets">Streams that happened.</param>
/// <param name="Said">Expected streams and scores of the chance.</param>
/// <param name="Ranges">80 % ranges.</param>
/// <param name="Scores">How well they fit.</param>
public sealed record Answers(float[] Targets, IReadOnlyList<Expectation> Said, IReadOnlyList<(int Low, int High)> Ranges, Scores Scores)
{
    /// <summary>Gives answers their ranges and scores.</summary>
    /// <param name="targets">Streams that happened.</param>
    /// <param name="said">Expected streams and scores of the chance.</param>
    /// <param name="calibration">Gives the ranges.</param>
    /// <param name="artistKnown">Whether the listener played the artist, by row; <see langword="null"/> when nothing is known of it.</param>
    public static Answers Of(float[] targets, IReadOnlyList<Expectation> said, CountCalibration calibration, IReadOnlyList<bool>? artistKnown = null)
    {
        ArgumentNullException.ThrowIfNull(calibration);
        List<(int Low, int High)> ranges = [.. said.Select((answer, row) => calibration.Range(answer, artistKnown?[row] == true))];
        return new Answers(targets, said, ranges, Training.Scores.Of(targets, said, ranges));
    }
}
