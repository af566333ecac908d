using System.Numerics;
using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Explanations;

public sealed class TreeExplainerTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 2)]
    [InlineData(6, 2)]
    [InlineData(4, 9)]
    [InlineData(9, 10)]
    [InlineData(12, 3)]
    public void Contributions_are_the_shapley_values_of_all_coalitions(int depth, int features)
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var model = RandomModels.Ensemble(seed, 3, depth, features);
            var row = RandomModels.Rows(seed, 1, features).Row(0).ToArray();
            var expected = Enumerable.Range(0, features).Select(feature => model.Trees.Sum(tree => Shapley(tree, row, feature))).ToArray();
            var contributions = new float[features + 1];

            new TreeExplainer(model).Explain(row, contributions);

            for (var feature = 0; feature < features; feature++) Assert.Equal(expected[feature], contributions[feature], 1e-6);
        }
    }

    [Theory]
    [InlineData(6, 30, 40)]
    [InlineData(8, 3, 10)]
    [InlineData(17, 200, 5)]
    [InlineData(40, 60, 3)]
    public void Contributions_and_bias_add_up_to_the_margin(int depth, int features, int trees)
    {
        var model = RandomModels.Ensemble(depth, trees, depth, features, stop: depth > 10 ? 0.42 : 0.05);
        var rows = RandomModels.Rows(depth, 30, features);
        var margins = new TreePredictor(model).Margins(rows);

        var contributions = new TreeExplainer(model).Explain(rows);

        for (var i = 0; i < rows.Rows; i++) Assert.Equal(margins[i], contributions.AsSpan(i * (features + 1), features + 1).ToArray().Sum(c => (double)c), 1e-5);
    }

    [Fact]
    public void Every_class_has_its_own_contributions_and_bias()
    {
        var model = RandomModels.Ensemble(3, 12, 4, 5, new Objective.Softmax(3));
        var rows = RandomModels.Rows(4, 10, 5);
        var margins = new TreePredictor(model).Margins(rows);
        var explainer = new TreeExplainer(model);

        var contributions = explainer.Explain(rows);

        for (var i = 0; i < margins.Length; i++)
        {
            var ofClass = contributions.AsSpan(i * 6, 6);
            Assert.Equal(margins[i], ofClass.ToArray().Sum(), 1e-5f);
            Assert.Equal((float)explainer.Biases[i % 3], ofClass[5]);
        }
    }

    [Fact]
    public void One_row_and_many_rows_get_the_same_bits()
    {
        var explainer = new TreeExplainer(RandomModels.Ensemble(5, 20, 6, 8));
        var rows = RandomModels.Rows(6, 5, 8);
        var one = new float[9];

        var all = explainer.Explain(rows);
        explainer.Explain(rows.Row(4), one);

        Assert.Equal(all[^9..], one);
    }

    [Fact]
    public void The_bias_is_the_base_margin_plus_the_mean_leaf_by_cover()
    {
        var tree = new Tree
        {
            LeftChildren = [1, -1, -1],
            SplitFeatures = [0, 0, 0],
            SplitConditions = [0, 8, -4],
            DefaultLeft = [false, false, false],
            Gains = [1, 0, 0],
            Covers = [4, 1, 3],
            BaseWeights = [0, 0, 0],
        };
        var explainer = new TreeExplainer(RandomModels.Ensemble(1, 1, 1, 1, new Objective.Poisson()) with { Trees = [tree], BaseScore = MathF.E });
        var contributions = new float[2];

        explainer.Explain([-1], contributions);

        Assert.Equal(9, contributions[0], 1e-6f);
        Assert.Equal(0, contributions[1], 1e-6f);
    }

    [Fact]
    public void A_branch_that_no_sample_reached_does_no_harm()
    {
        var model = RandomModels.Ensemble(9, 10, 6, 3, stop: 0);
        var trees = model.Trees.Select(tree => WithCovers(tree, [.. tree.Covers.Select((cover, node) => node % 3 == 1 ? 0 : cover)])).ToArray();
        var rows = RandomModels.Rows(9, 50, 3);

        var contributions = new TreeExplainer(model with { Trees = trees }).Explain(rows);

        Assert.All(contributions, contribution => Assert.True(float.IsFinite(contribution)));
    }

    [Fact]
    public void A_feature_that_no_tree_asks_for_contributes_nothing()
    {
        var model = RandomModels.Ensemble(2, 10, 5, 4) with { FeatureCount = 6 };
        var contributions = new TreeExplainer(model).Explain(RandomModels.Rows(2, 1, 6));

        Assert.Equal([0f, 0f], contributions[4..6]);
    }

    [Fact]
    public void Lengths_that_do_not_fit_and_impossible_models_are_refused()
    {
        var model = RandomModels.Ensemble(3, 2, 2, 4);
        var explainer = new TreeExplainer(model);

        Assert.Throws<ArgumentException>(() => explainer.Explain([1, 2, 3], new float[5]));
        Assert.Throws<ArgumentException>(() => explainer.Explain([1, 2, 3, 4], new float[4]));
        Assert.Throws<ArgumentException>(() => explainer.Explain(RandomModels.Rows(1, 1, 3)));
        Assert.Throws<ArgumentException>(() => new TreeExplainer(model with { FeatureCount = 1 }));
        Assert.Throws<ArgumentException>(() => new TreeExplainer(model with { TreeGroups = [0, 1] }));
    }

    static Tree WithCovers(Tree tree, float[] covers) => new()
    {
        LeftChildren = tree.LeftChildren,
        SplitFeatures = tree.SplitFeatures,
        SplitConditions = tree.SplitConditions,
        DefaultLeft = tree.DefaultLeft,
        Gains = tree.Gains,
        Covers = covers,
        BaseWeights = tree.BaseWeights,
    };

    /// <summary>The definition: the weighted mean, over all coalitions of the others, of what the feature adds.</summary>
    static double Shapley(Tree tree, float[] row, int feature)
    {
        var sum = 0d;
        for (var coalition = 0u; coalition < 1u << row.Length; coalition++)
        {
            if ((coalition >> feature & 1) == 1) continue;
            var size = BitOperations.PopCount(coalition);
            var weight = Factorial(size) * Factorial(row.Length - size - 1) / Factorial(row.Length);
            sum += weight * (Value(tree, 0, row, coalition | (1u << feature)) - Value(tree, 0, row, coalition));
        }
        return sum;
    }

    static double Value(Tree tree, int node, float[] row, uint coalition)
    {
        if (tree.IsLeaf(node)) return tree.SplitConditions[node];
        int feature = tree.SplitFeatures[node], left = tree.LeftChildren[node];
        if ((coalition >> feature & 1) == 0)
            return ((tree.Covers[left] * Value(tree, left, row, coalition)) + (tree.Covers[left + 1] * Value(tree, left + 1, row, coalition))) / tree.Covers[node];
        var goesLeft = float.IsNaN(row[feature]) ? tree.DefaultLeft[node] : row[feature] < tree.SplitConditions[node];
        return Value(tree, goesLeft ? left : left + 1, row, coalition);
    }

    static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
