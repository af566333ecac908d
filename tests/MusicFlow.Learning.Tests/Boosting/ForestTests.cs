using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Tests.Boosting;

public sealed class ForestTests
{
    private static readonly BoostingOptions Forest = new()
    {
        Objective = new Objective.SquaredError(),
        Rounds = 1,
        LearningRate = 1,
        ParallelTrees = 40,
        RowSample = 0.63,
        ColumnSampleByNode = 0.5,
        MaxDepth = 10,
        L2 = 0,
    };

    [Fact]
    public void A_forest_is_the_mean_of_its_trees()
    {
        var samples = Tables.Mixed(2000, 20);

        var forest = Tables.Train(samples, null, Forest, null);
        var two = Tables.Train(samples, null, Forest with { ParallelTrees = 2 }, null);
        var four = Tables.Train(samples, null, Forest with { ParallelTrees = 4 }, null);

        Assert.Equal(40, forest.Trees.Count);
        Assert.Equal(40, forest.ParallelTrees);
        var row = samples.Features.Row(0);
        Assert.Equal(two.Trees[0].SplitConditions[two.Trees[0].LeafOf(row)], 2 * four.Trees[0].SplitConditions[four.Trees[0].LeafOf(row)], 1e-5);
    }

    [Fact]
    public void A_forest_beats_its_single_trees_on_new_samples()
    {
        var (train, test) = (Tables.Mixed(2000, 21), Tables.Mixed(2000, 22));

        var forest = Error(Tables.Train(train, null, Forest, null), test);
        var tree = Error(Tables.Train(train, null, Forest with { ParallelTrees = 1 }, null), test);

        Assert.True(forest < 0.7 * tree, $"Forest {forest}, tree {tree}.");
    }

    [Fact]
    public void The_trees_of_a_forest_differ()
    {
        var forest = Tables.Train(Tables.Mixed(2000, 21), null, Forest with { ParallelTrees = 5 }, null);

        Assert.Equal(5, forest.Trees.Select(tree => string.Join(',', tree.SplitConditions)).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Classes_get_a_forest_each()
    {
        var (objective, samples) = BoosterTests.Case("Softmax");

        var forest = Tables.Train(samples, null, Forest with { Objective = objective, ParallelTrees = 3 }, null);

        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2, 2, 0, 0, 0, 1, 1, 1, 2, 2, 2], forest.TreeGroups);
        var margins = Enumerable.Range(0, 3).Select(group => Tables.Margins(forest, samples.Features, group)).ToArray();
        var right = Enumerable.Range(0, samples.Rows).Count(row => Array.IndexOf([.. margins.Select(m => m[row])], margins.Max(m => m[row])) == (int)samples.Targets[row]);
        Assert.True(right > 0.8 * samples.Rows, $"{right} of {samples.Rows}.");
    }

    private static double Error(Learning.Trees.TreeEnsemble model, Samples samples) =>
        Tables.Margins(model, samples.Features).Zip(samples.Targets, (z, y) => (double)(z - y) * (z - y)).Average();
}
