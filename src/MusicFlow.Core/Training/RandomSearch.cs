using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;

namespace MusicFlow.Core.Training;

/// <summary>Draws the candidates of a training run: boosted trees at random, one forest and one multilayer perceptron.</summary>
/// <remarks>Random search over few settings that matter: Bergstra and Bengio 2012, JMLR 13. Same seed: the same candidates.</remarks>
public static class RandomSearch
{
    private const int MostRounds = 600;
    private const int Patience = 40;
    private const int StandardModels = 4;

    /// <summary>The candidates, in a fixed order.</summary>
    /// <param name="draws">Number of boosted candidates, ≥ 1.</param>
    /// <param name="names">Names of the features.</param>
    /// <param name="baseScore">Mean target: every model starts from it.</param>
    /// <param name="seed">Seed of the draws and of every model.</param>
    public static IReadOnlyList<Candidate> Candidates(int draws, IReadOnlyList<string> names, float baseScore, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, draws).Select(_ => new Candidate.Trees(Draw(random, names, baseScore, seed))),
            new Candidate.Trees(Forest(names, baseScore, seed)),
            Network(seed),
        ];
    }

    /// <summary>The settings that the field takes where it cannot tune, four times with other draws of rows and columns, to be blended.</summary>
    /// <remarks>
    /// For forecasts: rows to be judged come from another time than rows to learn from, and tuning on the old time finds what fits
    /// the old time. On five public histories the tuned search had the higher deviance there (bench/quality).
    /// </remarks>
    /// <param name="names">Names of the features.</param>
    /// <param name="baseScore">Mean target.</param>
    /// <param name="seed">Seed of the first model.</param>
    public static IReadOnlyList<Candidate> Standard(IReadOnlyList<string> names, float baseScore, int seed) =>
    [
        .. Enumerable.Range(0, StandardModels).Select(model => new Candidate.Trees(new BoostingOptions
        {
            Objective = new Objective.Poisson(),
            LearningRate = 0.05,
            MaxDepth = 5,
            MinChildWeight = 5,
            RowSample = 0.8,
            ColumnSampleByTree = 0.8,
            Rounds = MostRounds,
            EarlyStoppingRounds = Patience,
            BaseScore = baseScore,
            FeatureNames = names,
            Seed = (ulong)(seed + model),
        })),
    ];

    /// <summary>The multilayer perceptron that competes in every run.</summary>
    public static Candidate Network(int seed) => new Candidate.Network(new NetworkOptions { Objective = new Objective.Poisson(), Seed = (ulong)seed });

    private static BoostingOptions Draw(Random random, IReadOnlyList<string> names, float baseScore, int seed) => new()
    {
        Objective = Pick<Objective>(random, new Objective.Poisson(), new Objective.Poisson(0.2), new Objective.Tweedie(1.2),
            new Objective.Tweedie(1.35), new Objective.Tweedie(1.5), new Objective.SquaredError()),
        LearningRate = Pick(random, 0.03, 0.05, 0.08),
        MaxDepth = Pick(random, 2, 3, 4, 5, 6),
        MinChildWeight = Pick(random, 3.0, 5, 10, 20, 40),
        L2 = Pick(random, 0.3, 1, 3, 10),
        RowSample = Pick(random, 0.5, 0.65, 0.8),
        ColumnSampleByTree = Pick(random, 0.3, 0.5, 0.8),
        ColumnSampleByNode = Pick(random, 0.5, 1.0),
        Rounds = MostRounds,
        EarlyStoppingRounds = Patience,
        BaseScore = baseScore,
        FeatureNames = names,
        Seed = (ulong)seed,
    };

    private static BoostingOptions Forest(IReadOnlyList<string> names, float baseScore, int seed) => new()
    {
        Objective = new Objective.SquaredError(),
        Rounds = 1,
        LearningRate = 1,
        ParallelTrees = 200,
        MaxDepth = 14,
        MinChildWeight = 3,
        L2 = 0,
        RowSample = 0.65,
        ColumnSampleByNode = 0.35,
        BaseScore = baseScore,
        FeatureNames = names,
        Seed = (ulong)seed,
    };

    private static T Pick<T>(Random random, params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];
}
