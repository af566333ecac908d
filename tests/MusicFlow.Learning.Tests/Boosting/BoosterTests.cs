using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Boosting;

public sealed class BoosterTests
{
    private static readonly BoostingOptions Squared = new() { Objective = new Objective.SquaredError(), Rounds = 30 };

    [Fact]
    public void A_known_rule_is_found_again()
    {
        var features = new FeatureMatrix([.. Enumerable.Range(0, 200).SelectMany(i => new float[] { i % 7, i })], 200, 2);
        var targets = Enumerable.Range(0, 200).Select(i => i < 60 ? 1f : 5f).ToArray();

        var model = Train(new Samples(features, targets), Squared with { Rounds = 1, MaxDepth = 1, LearningRate = 1, L2 = 0 });

        var tree = Assert.Single(model.Trees);
        Assert.Equal(1, tree.SplitFeatures[0]);
        Assert.Equal(59.5f, tree.SplitConditions[0]);
        Assert.Equal(1, model.BaseScore + tree.SplitConditions[1], 5);
        Assert.Equal(5, model.BaseScore + tree.SplitConditions[2], 5);
        Assert.Equal(60, tree.Covers[1]);
        Assert.Equal(140, tree.Covers[2]);
    }

    [Theory]
    [InlineData(1f, true)]
    [InlineData(9f, false)]
    public void Missing_values_go_where_they_belong(float targetOfMissing, bool left)
    {
        var values = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? float.NaN : i).ToArray();
        var targets = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? targetOfMissing : i < 150 ? 1f : 9f).ToArray();

        var model = Train(new Samples(new FeatureMatrix(values, 300, 1), targets), Squared with { Rounds = 1, MaxDepth = 1 });

        Assert.Equal(left, model.Trees[0].DefaultLeft[0]);
    }

    [Fact]
    public void Missing_alone_can_be_the_rule()
    {
        var values = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? float.NaN : i).ToArray();
        var targets = Enumerable.Range(0, 300).Select(i => i % 3 == 0 ? 5f : 0f).ToArray();

        var model = Train(new Samples(new FeatureMatrix(values, 300, 1), targets), Squared with { Rounds = 1, MaxDepth = 1, LearningRate = 1, L2 = 0 });

        var margins = Tables.Margins(model, new FeatureMatrix([float.NaN, -1e30f, 7, 1e30f], 4, 1));
        Assert.Equal(5, margins[0], 4);
        Assert.All(margins[1..], margin => Assert.Equal(0, margin, 4));
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void The_training_loss_never_grows(string name)
    {
        var (objective, samples) = Case(name);
        var losses = new List<double>();

        Tables.Train(samples, null, Squared with { Objective = objective, LearningRate = 0.3 }, new Collecting(losses));

        Assert.Equal(30, losses.Count);
        for (var i = 1; i < losses.Count; i++) Assert.True(losses[i] <= losses[i - 1] + 1e-6, $"Round {i + 1}: {losses[i]} after {losses[i - 1]}.");
        Assert.True(losses[^1] < losses[0] * 0.9, $"{losses[0]} only fell to {losses[^1]}.");
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void The_reported_loss_is_that_of_the_model_as_it_predicts(string name)
    {
        var (objective, samples) = Case(name);
        var losses = new List<double>();

        var model = Tables.Train(samples, samples, Squared with { Objective = objective, Rounds = 5 }, new Collecting(losses));

        var groups = Enumerable.Range(0, model.Groups).Select(group => Tables.Margins(model, samples.Features, group)).ToArray();
        var loss = Loss.For(objective);
        var mean = Enumerable.Range(0, samples.Rows).Average(row => loss.Deviance([.. groups.Select(g => g[row])], samples.Targets[row]));
        Assert.Equal(mean, losses[^1], 6);
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void Threads_do_not_change_a_byte(string name)
    {
        var (objective, samples) = Case(name, rows: 40_000);
        var options = Squared with { Objective = objective, Rounds = 4 };

        var one = Tables.Bytes(Train(samples, options));
        var again = Tables.Bytes(Train(samples, options));
        var two = Tables.Bytes(Train(samples, options with { Threads = 2 }));
        var five = Tables.Bytes(Train(samples, options with { Threads = 5 }));

        Assert.Equal(one, again);
        Assert.Equal(one, two);
        Assert.Equal(one, five);
    }

    [Fact]
    public void Large_tables_are_the_same_at_any_thread_count()
    {
        var samples = Tables.Mixed(150_000, 5);
        var options = Squared with { Rounds = 3, RowSample = 0.7, ColumnSampleByTree = 0.8, ColumnSampleByNode = 0.7 };

        var one = Train(samples, options);
        var three = Train(samples, options with { Threads = 3 });

        Assert.Equal(Tables.Bytes(one), Tables.Bytes(three));
    }

    [Fact]
    public void Another_seed_gives_another_sampled_model()
    {
        var samples = Tables.Mixed(2000, 6);
        var options = Squared with { RowSample = 0.5 };

        Assert.NotEqual(Tables.Bytes(Train(samples, options)), Tables.Bytes(Train(samples, options with { Seed = 43 })));
    }

    [Theory]
    [MemberData(nameof(Objectives))]
    public void A_weight_of_two_is_a_row_given_twice(string name)
    {
        // Cuts are chosen by rows, whatever they weigh; with few distinct values they lie between all of them.
        var (objective, fine) = Case(name, rows: 1500);
        var coarse = Array.ConvertAll(fine.Features.Values, value => MathF.Round(value * 4) / 4);
        var samples = new Samples(new FeatureMatrix(coarse, fine.Rows, fine.Features.Features), fine.Targets);
        var weights = Enumerable.Range(0, samples.Rows).Select(i => i % 3 == 0 ? 2f : 1f).ToArray();
        var rows = Enumerable.Range(0, samples.Rows).SelectMany(i => Enumerable.Repeat(i, (int)weights[i])).ToArray();
        var options = Squared with { Objective = objective, Rounds = 3, MaxDepth = 3 };

        var weighted = Train(new Samples(samples.Features, samples.Targets, weights), options);
        var doubled = Train(samples.Select(rows), options);

        for (var group = 0; group < weighted.Groups; group++)
        {
            var (a, b) = (Tables.Margins(weighted, samples.Features, group), Tables.Margins(doubled, samples.Features, group));
            for (var row = 0; row < a.Length; row++) Assert.Equal(a[row], b[row], 1e-3);
        }
    }

    [Fact]
    public void Children_share_out_their_parents_cover_exactly()
    {
        var samples = Tables.WithTargets(Tables.Mixed(5000, 7), y => MathF.Max(0, MathF.Round(y)));

        var model = Train(samples, Squared with { Objective = new Objective.Poisson(), RowSample = 0.8 });

        foreach (var tree in model.Trees)
            for (var node = 0; node < tree.NodeCount; node++)
                if (!tree.IsLeaf(node)) Assert.Equal(tree.Covers[tree.LeftChildren[node]] + tree.Covers[tree.LeftChildren[node] + 1], tree.Covers[node]);
    }

    [Fact]
    public void Leaf_wise_growth_stops_at_its_leaves_and_depth_wise_at_its_depth()
    {
        var samples = Tables.Mixed(5000, 8);

        var leafWise = Train(samples, Squared with { Growth = Growth.LeafWise, MaxDepth = 0, MaxLeaves = 9, Rounds = 3 });
        var depthWise = Train(samples, Squared with { MaxDepth = 3, Rounds = 3 });
        var limited = Train(samples, Squared with { MaxDepth = 5, MaxLeaves = 11, Rounds = 3 });

        Assert.All(leafWise.Trees, tree => Assert.Equal(9, Leaves(tree)));
        Assert.All(depthWise.Trees, tree => Assert.True(Leaves(tree) <= 8 && Depth(tree, 0) <= 3));
        Assert.All(limited.Trees, tree => Assert.True(Leaves(tree) <= 11 && Depth(tree, 0) <= 5));
    }

    [Fact]
    public void A_leaf_wise_tree_saves_at_least_what_a_depth_wise_one_of_as_many_leaves_does()
    {
        var samples = Tables.Mixed(5000, 9);

        var leafWise = Train(samples, Squared with { Growth = Growth.LeafWise, MaxDepth = 0, MaxLeaves = 16, Rounds = 1, LearningRate = 1 });
        var depthWise = Train(samples, Squared with { MaxDepth = 4, Rounds = 1, LearningRate = 1 });

        Assert.True(MeanSquare(leafWise, samples) <= MeanSquare(depthWise, samples));
    }

    [Fact]
    public void Penalties_shrink_and_prune()
    {
        var samples = Tables.Mixed(2000, 10);

        var plain = Train(samples, Squared with { Rounds = 1 }).Trees[0];
        var shrunk = Train(samples, Squared with { Rounds = 1, L2 = 500, L1 = 20 }).Trees[0];
        var pruned = Train(samples, Squared with { Rounds = 1, Gamma = 3000 }).Trees[0];
        var heavy = Train(samples, Squared with { Rounds = 1, MinChildWeight = 300 }).Trees[0];
        var clipped = Train(samples, Squared with { Rounds = 1, MaxDeltaStep = 0.5 }).Trees[0];

        Assert.True(LeafValues(shrunk).Max(Math.Abs) < LeafValues(plain).Max(Math.Abs));
        Assert.True(Leaves(pruned) < Leaves(plain));
        Assert.All(Enumerable.Range(0, pruned.NodeCount).Where(n => !pruned.IsLeaf(n)), n => Assert.True(pruned.Gains[n] > 3000));
        Assert.All(heavy.Covers, cover => Assert.True(cover >= 300));
        Assert.Equal(0.05f, LeafValues(clipped).Max(Math.Abs), 6);
    }

    [Fact]
    public void The_baseline_is_given_or_the_mean()
    {
        var samples = Tables.Mixed(500, 11);

        var estimated = Train(samples, Squared with { Rounds = 1 });
        var given = Train(samples, Squared with { Rounds = 1, BaseScore = 3 });
        var median = Train(samples, Squared with { Rounds = 1, Objective = new Objective.Quantile(0.5) });

        Assert.Equal(samples.Targets.Average(), estimated.BaseScore, 4);
        Assert.Equal(3, given.BaseScore);
        Assert.Equal(samples.Targets.Order().ElementAt(249), median.BaseScore);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void A_quantile_model_has_its_share_of_targets_below(double alpha)
    {
        var samples = Tables.Mixed(4000, 12);

        var model = Train(samples, Squared with { Objective = new Objective.Quantile(alpha), Rounds = 60, MaxDepth = 3 });

        var margins = Tables.Margins(model, samples.Features);
        var below = Enumerable.Range(0, samples.Rows).Count(i => samples.Targets[i] <= margins[i]) / (double)samples.Rows;
        Assert.Equal(alpha, below, 0.03);
    }

    [Fact]
    public void A_softmax_model_starts_with_the_shares_of_the_classes()
    {
        var (objective, samples) = Case("Softmax");

        var model = Train(samples, Squared with { Objective = objective, Rounds = 4 });

        Assert.Equal(0.5f, model.BaseScore);
        Assert.Equal(3 * 5, model.Trees.Count);
        Assert.Equal([0, 1, 2, 0, 1, 2], model.TreeGroups.Take(6));
        var odds = Math.Exp(model.Trees[0].SplitConditions[0] - model.Trees[1].SplitConditions[0]);
        Assert.Equal(samples.Targets.Count(y => y == 0) / (double)samples.Targets.Count(y => y == 1), odds, 4);
    }

    [Fact]
    public void Cancelling_stops_before_the_next_tree()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Booster.Train(Tables.Mixed(100, 1), null, Squared, null, source.Token));
    }

    public static TheoryData<string> Objectives => ["SquaredError", "Poisson", "Tweedie", "Quantile", "Logistic", "Softmax"];

    internal static (Objective Objective, Samples Samples) Case(string name, int rows = 3000)
    {
        var samples = Tables.Mixed(rows, 3);
        return name switch
        {
            "Poisson" => (new Objective.Poisson(), Tables.WithTargets(samples, y => MathF.Max(0, MathF.Round(y)))),
            "Tweedie" => (new Objective.Tweedie(1.3), Tables.WithTargets(samples, y => MathF.Max(0, MathF.Round(y)))),
            "Quantile" => (new Objective.Quantile(0.7), samples),
            "Logistic" => (new Objective.Logistic(), Tables.WithTargets(samples, y => y > 1 ? 1 : 0)),
            "Softmax" => (new Objective.Softmax(3), Tables.WithTargets(samples, y => y > 4 ? 2 : y > -2 ? 1 : 0)),
            _ => (new Objective.SquaredError(), samples),
        };
    }

    private static TreeEnsemble Train(Samples samples, BoostingOptions options) => Tables.Train(samples, null, options, null);

    private static int Leaves(Tree tree) => tree.LeftChildren.Count(child => child < 0);

    private static int Depth(Tree tree, int node) =>
        tree.IsLeaf(node) ? 0 : 1 + Math.Max(Depth(tree, tree.LeftChildren[node]), Depth(tree, tree.LeftChildren[node] + 1));

    private static IEnumerable<float> LeafValues(Tree tree) => Enumerable.Range(0, tree.NodeCount).Where(tree.IsLeaf).Select(node => tree.SplitConditions[node]);

    private static double MeanSquare(TreeEnsemble model, Samples samples) =>
        Tables.Margins(model, samples.Features).Zip(samples.Targets, (z, y) => (double)(z - y) * (z - y)).Average();

    private sealed class Collecting(List<double> losses) : IProgress<BoostingProgress>
    {
        public void Report(BoostingProgress value) => losses.Add(value.ValidationLoss ?? value.TrainLoss!.Value);
    }
}
