using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Training;

/// <summary>The first MusicFlow model's own recipe: squared error on log1p(streams), its search space, expm1 on the way back.</summary>
/// <remarks>Settings are drawn at random from its space and judged by 3-fold mean squared error on the log target, as it did; fewer draws than its 50.</remarks>
internal static class SeedRecipe
{
    private const int Draws = 8;
    private const int Folds = 3;

    /// <summary>Draws settings from the recipe's space and keeps the best.</summary>
    public static Candidate Choose(Samples train, CancellationToken ct)
    {
        var logged = Logged(train);
        var random = new Random(0);
        var folds = Enumerable.Range(0, train.Rows).Select(row => row % Folds).ToArray();
        random.Shuffle(folds);
        return Enumerable.Range(0, Draws).Select(_ => Draw(random)).ToList().MinBy(candidate => Loss(candidate, logged, folds, ct))!;
    }

    /// <summary>Learns from the first rows and answers for the others.</summary>
    /// <param name="settings">What <see cref="Choose"/> kept.</param>
    /// <param name="train">The 33 seed features and streams.</param>
    /// <param name="test">The same features.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>Streams, ≥ 0; the recipe clips nothing else, a range needs no more than 30.</returns>
    public static double[] FitPredict(Candidate settings, Samples train, Samples test, CancellationToken ct)
    {
        var logged = Logged(train);
        var model = settings.Fit(logged, logged, ct);
        var answers = new double[test.Rows];
        for (var row = 0; row < test.Rows; row++) answers[row] = Math.Clamp(Math.Exp(model.Margin(test.Features.Row(row))) - 1, 0, Features.Targets.Cap);
        return answers;
    }

    private static Samples Logged(Samples samples) => new(samples.Features, Array.ConvertAll(samples.Targets, target => MathF.Log(1 + target)));

    private static double Loss(Candidate candidate, Samples logged, int[] folds, CancellationToken ct)
    {
        var margins = CrossValidation.Margins(candidate, logged, folds, ct);
        return margins.Zip(logged.Targets).Average(pair => (pair.First - pair.Second) * (double)(pair.First - pair.Second));
    }

    private static Candidate Draw(Random random) => new Candidate.Trees(new BoostingOptions
    {
        Objective = new Objective.SquaredError(),
        LearningRate = Pick(random, 0.001, 0.01, 0.1, 0.25),
        MaxDepth = Pick(random, 3, 5, 7, 9, 11, 13, 15, 18),
        MinChildWeight = Pick(random, 1, 3, 5, 7, 9),
        RowSample = Pick(random, 0.25, 0.5, 0.8, 1),
        ColumnSampleByTree = Pick(random, 0.25, 0.5, 0.7),
        Rounds = Pick(random, 100, 200),
        BaseScore = 0.5f,
    });

    private static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
