using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;

namespace MusicFlow.Core.Training;

/// <summary>Draws the candidates of a training run: boosted trees and hurdles of them at random, one forest and one multilayer perceptron.</summary>
/// <remarks>Random search over few settings that matter: Bergstra and Bengio 2012, JMLR 13. Same seed: the same candidates.</remarks>
public static class RandomSearch
{
    private const int MostRounds = 600;
    private const int Patience = 40;

    /// <summary>Settings that the field takes where it cannot tune.</summary>
    private static BoostingOptions Usual { get; } = new()
    {
        Objective = new Objective.Poisson(),
        LearningRate = 0.05,
        MaxDepth = 5,
        MinChildWeight = 5,
        RowSample = 0.8,
        ColumnSampleByTree = 0.8,
        Rounds = MostRounds,
        EarlyStoppingRounds = Patience,
    };

    /// <summary>The candidates, in a fixed order: plain trees and hurdles in turn, then forest and perceptron.</summary>
    /// <param name="draws">Number of boosted candidates, ≥ 1.</param>
    /// <param name="names">Names of the features.</param>
    /// <param name="baseScore">Mean target: every plain model starts from it.</param>
    /// <param name="seed">Seed of the draws and of the first model; each has its own, so that a blend averages over draws of rows and columns too.</param>
    public static IReadOnlyList<Candidate> Candidates(int draws, IReadOnlyList<string> names, float baseScore, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, draws).Select(draw => draw % 2 == 0
                ? Trees(Draw(random) with { Objective = Aim(random), BaseScore = baseScore }, names, seed + draw)
                : (Candidate)new Candidate.Hurdle(Trees(Draw(random), names, seed + draw), Trees(Draw(random), names, seed + draw))),
            new Candidate.Trees(Forest(names, baseScore, seed)),
            Network(seed),
        ];
    }

    /// <summary>Eight hurdles to be blended into a forecast; nothing is tuned.</summary>
    /// <remarks>
    /// Rows to be judged come from another time than rows to learn from; cross-validation sees only the old time, so what it would
    /// choose fits the old time. Instead the chance takes four shapes of tree, shallow and deep, each twice with other draws of rows and
    /// columns: their errors differ, and the blend forgets them. Figures: bench/README.md.
    /// </remarks>
    /// <param name="names">Names of the features.</param>
    /// <param name="seed">Seed of the first hurdle.</param>
    public static IReadOnlyList<Candidate> Forecasts(IReadOnlyList<string> names, int seed)
    {
        BoostingOptions[] shapes =
        [
            Usual with { MaxDepth = 4, ColumnSampleByTree = 1, ColumnSampleByNode = 0.4 },
            Usual with { RowSample = 0.65, ColumnSampleByTree = 0.5 },
            Usual with { Growth = Growth.LeafWise, MaxDepth = 0, MaxLeaves = 31, MinChildWeight = 3 },
            Usual with { Growth = Growth.LeafWise, MaxDepth = 0, MaxLeaves = 63, MinChildWeight = 2 },
        ];
        return [.. shapes.Concat(shapes).Select((shape, number) => new Candidate.Hurdle(Trees(shape, names, seed + number), Trees(Usual, names, seed + number)))];
    }

    /// <summary>The multilayer perceptron that competes in every run.</summary>
    public static Candidate Network(int seed) => new Candidate.Network(new NetworkOptions { Objective = new Objective.Poisson(), Seed = (ulong)seed });

    private static Candidate.Trees Trees(BoostingOptions options, IReadOnlyList<string> names, int seed) => new(options with { FeatureNames = names, Seed = (ulong)seed });

    private static Objective Aim(Random random) => Pick<Objective>(random, new Objective.Poisson(), new Objective.Poisson(0.2),
        new Objective.Tweedie(1.2), new Objective.Tweedie(1.35), new Objective.Tweedie(1.5), new Objective.SquaredError());

    private static BoostingOptions Draw(Random random) => Usual with
    {
        LearningRate = Pick(random, 0.03, 0.05, 0.08),
        MaxDepth = Pick(random, 2, 3, 4, 5, 6),
        MinChildWeight = Pick(random, 3.0, 5, 10, 20, 40),
        L2 = Pick(random, 0.3, 1, 3, 10),
        RowSample = Pick(random, 0.5, 0.65, 0.8),
        ColumnSampleByTree = Pick(random, 0.3, 0.5, 0.8),
        ColumnSampleByNode = Pick(random, 0.5, 1.0),
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
