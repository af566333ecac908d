using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Learning.Tests.Predictions;

public sealed class TreePredictorTests
{
    /// <summary>Every depth and width around the limits of the layouts, with full and ragged blocks of trees.</summary>
    public static MatrixTheoryData<int, int, int> Shapes => new([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 20], [1, 8, 21], [1, 32, 45, 64, 65, 600]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Margins_are_the_sum_of_the_leaves_in_tree_order_bit_for_bit(int depth, int trees, int features)
    {
        var model = RandomModels.Ensemble(depth + (31 * trees), trees, depth, features, stop: depth > 10 ? 0.42 : 0.1);
        var rows = RandomModels.Rows(trees, 200, features);
        var expected = Enumerable.Range(0, rows.Rows).Select(row => Naive(model, rows.Row(row))[0]).ToArray();

        var predictor = new TreePredictor(model);

        Assert.Equal(expected, predictor.Margins(rows));
        Assert.Equal(expected, new TreePredictor(model, allowWide: false).Margins(rows));
        Assert.Equal(expected, Enumerable.Range(0, rows.Rows).Select(row => predictor.Margin(rows.Row(row))));
    }

    [Theory]
    [InlineData(4, 30)]
    [InlineData(11, 31)]
    public void Every_class_has_its_own_sum(int depth, int trees)
    {
        var model = RandomModels.Ensemble(depth, trees, depth, 7, new Objective.Softmax(3));
        var rows = RandomModels.Rows(5, 150, 7);
        var expected = Enumerable.Range(0, rows.Rows).SelectMany(row => Naive(model, rows.Row(row))).ToArray();

        var predictor = new TreePredictor(model);

        Assert.Equal(expected, predictor.Margins(rows));
        Assert.Equal(expected, new TreePredictor(model, allowWide: false).Margins(rows));
        Assert.Equal(expected, Enumerable.Range(0, rows.Rows).SelectMany(row => MarginsOf(predictor, rows.Row(row))));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    public void Missing_values_and_infinite_thresholds_are_understood_on_every_level(int depth)
    {
        float[] thresholds = [float.NegativeInfinity, float.MinValue, -0f, 0, float.MaxValue, float.PositiveInfinity], values = [float.NaN, float.MinValue, -0f, 0, float.Epsilon, float.MaxValue];
        var random = new Random(depth);
        var model = RandomModels.Ensemble(depth, 10, depth, 64, stop: 0);
        model = model with { Trees = [.. model.Trees.Select(tree => WithConditions(tree, () => thresholds[random.Next(thresholds.Length)]))] };
        var rows = new FeatureMatrix([.. Enumerable.Range(0, 300 * 64).Select(_ => values[random.Next(values.Length)])], 300, 64);
        var expected = Enumerable.Range(0, rows.Rows).Select(row => Naive(model, rows.Row(row))[0]).ToArray();

        var predictor = new TreePredictor(model);

        Assert.Equal(expected, predictor.Margins(rows));
        Assert.Equal(expected, new TreePredictor(model, allowWide: false).Margins(rows));
        Assert.Equal(expected, Enumerable.Range(0, rows.Rows).Select(row => predictor.Margin(rows.Row(row))));
    }

    [Fact]
    public void A_missing_value_takes_the_default_direction_even_at_an_infinite_threshold()
    {
        foreach (var threshold in new[] { float.NegativeInfinity, float.MinValue, 0, float.MaxValue, float.PositiveInfinity })
        {
            foreach (var defaultLeft in new[] { true, false })
            {
                var stump = Stump(threshold, defaultLeft);
                var model = RandomModels.Ensemble(1, 1, 1, 1) with { Trees = [stump], BaseScore = 0 };
                var rows = new FeatureMatrix([.. Enumerable.Repeat(new[] { float.NaN, float.MinValue, -1, 0, 1, float.MaxValue }, 20).SelectMany(v => v)], 120, 1);
                var expected = Enumerable.Range(0, 120).Select(row => stump.SplitConditions[stump.LeafOf(rows.Row(row))]).ToArray();

                Assert.Equal(expected, new TreePredictor(model).Margins(rows));
                Assert.Equal(expected, new TreePredictor(model, allowWide: false).Margins(rows));
            }
        }
    }

    [Fact]
    public void A_model_without_trees_predicts_its_base_score()
    {
        var model = RandomModels.Ensemble(1, 0, 0, 3, new Objective.Poisson()) with { BaseScore = 2 };
        var predictor = new TreePredictor(model);

        Assert.Equal(2, predictor.Predict([1, 2, 3]), 1e-6f);
        Assert.Equal(Enumerable.Repeat(MathF.Log(2), 70), predictor.Margins(RandomModels.Rows(1, 70, 3)));
    }

    [Fact]
    public void A_prediction_is_the_margin_after_the_link()
    {
        var model = RandomModels.Ensemble(2, 9, 3, 4, new Objective.Softmax(3));
        var rows = RandomModels.Rows(3, 80, 4);
        var predictor = new TreePredictor(model);
        var one = new float[3];

        var all = predictor.Predict(rows);
        predictor.Predict(rows.Row(79), one);

        Assert.Equal(all[^3..], one);
        Assert.Equal(1, one.Sum(), 1e-6f);
    }

    [Fact]
    public void A_saved_and_loaded_model_predicts_the_same_bits()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var model = RandomModels.Ensemble(seed, 20, seed % 10, 6, XgboostRoundTrip[seed % XgboostRoundTrip.Length]);
            var rows = RandomModels.Rows(seed, 100, 6);

            var loaded = XgboostJsonReader.Read(XgboostJsonWriter.Write(model));

            Assert.Equal(new TreePredictor(model).Predict(rows), new TreePredictor(loaded).Predict(rows));
        }
    }

    [Fact]
    public void Rows_and_results_of_a_wrong_length_are_refused()
    {
        var predictor = new TreePredictor(RandomModels.Ensemble(3, 3, 2, 4, new Objective.Softmax(3)));

        Assert.Throws<ArgumentException>(() => predictor.Margins([1, 2, 3], new float[3]));
        Assert.Throws<ArgumentException>(() => predictor.Margins([1, 2, 3, 4], new float[2]));
        Assert.Throws<ArgumentException>(() => predictor.Margin([1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => predictor.Margins(RandomModels.Rows(1, 2, 5)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void A_model_that_asks_for_a_feature_it_does_not_have_is_refused(int depth)
    {
        var model = RandomModels.Ensemble(4, 3, depth, 9, stop: 0) with { FeatureCount = 2 };

        Assert.ThrowsAny<ArgumentException>(() => new TreePredictor(model));
    }

    [Fact]
    public void A_tree_of_a_group_that_does_not_exist_is_refused()
    {
        var model = RandomModels.Ensemble(5, 2, 2, 3) with { TreeGroups = [0, 1] };

        Assert.Throws<ArgumentException>(() => new TreePredictor(model));
    }

    static Objective[] XgboostRoundTrip => [new Objective.SquaredError(), new Objective.Poisson(), new Objective.Tweedie(1.2), new Objective.Logistic(), new Objective.Softmax(4), new Objective.Quantile(0.1)];

    static float[] Naive(TreeEnsemble model, ReadOnlySpan<float> row)
    {
        var margins = new float[model.Groups];
        Array.Fill(margins, LinkFunction.BaseMargin(model.Objective, model.BaseScore));
        for (var i = 0; i < model.Trees.Count; i++) margins[model.TreeGroups[i]] += model.Trees[i].SplitConditions[model.Trees[i].LeafOf(row)];
        return margins;
    }

    static float[] MarginsOf(TreePredictor predictor, ReadOnlySpan<float> row)
    {
        var margins = new float[predictor.Groups];
        predictor.Margins(row, margins);
        return margins;
    }

    static Tree WithConditions(Tree tree, Func<float> threshold) => new()
    {
        LeftChildren = tree.LeftChildren,
        SplitFeatures = tree.SplitFeatures,
        SplitConditions = [.. tree.SplitConditions.Select((condition, node) => tree.IsLeaf(node) ? condition : threshold())],
        DefaultLeft = tree.DefaultLeft,
        Gains = tree.Gains,
        Covers = tree.Covers,
        BaseWeights = tree.BaseWeights,
    };

    static Tree Stump(float threshold, bool defaultLeft) => new()
    {
        LeftChildren = [1, -1, -1],
        SplitFeatures = [0, 0, 0],
        SplitConditions = [threshold, 1, 2],
        DefaultLeft = [defaultLeft, false, false],
        Gains = [1, 0, 0],
        Covers = [2, 1, 1],
        BaseWeights = [0, 0, 0],
    };
}
