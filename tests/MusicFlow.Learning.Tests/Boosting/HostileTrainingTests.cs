using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Tests.Boosting;

public sealed class HostileTrainingTests
{
    private static readonly BoostingOptions Valid = new() { Objective = new Objective.SquaredError(), Rounds = 3 };

    public static TheoryData<string, BoostingOptions> HostileOptions => new()
    {
        { "Objective is missing.", Valid with { Objective = null! } },
        { "Rounds must be at least 1.", Valid with { Rounds = 0 } },
        { "LearningRate must be above 0 and at most 1.", Valid with { LearningRate = 0 } },
        { "LearningRate must be above 0 and at most 1.", Valid with { LearningRate = double.NaN } },
        { "Growth must be DepthWise or LeafWise.", Valid with { Growth = (Growth)7 } },
        { "MaxDepth must lie between 0 and 32.", Valid with { MaxDepth = 33 } },
        { "MaxLeaves must be 0 or lie between 2 and 65535.", Valid with { MaxLeaves = 1 } },
        { "Depth-wise growth needs a MaxDepth of at least 1.", Valid with { MaxDepth = 0, MaxLeaves = 8 } },
        { "Leaf-wise growth needs MaxDepth or MaxLeaves.", Valid with { Growth = Growth.LeafWise, MaxDepth = 0 } },
        { "MaxBins must lie between 3 and 256.", Valid with { MaxBins = 257 } },
        { "L2 must be 0 or more.", Valid with { L2 = -1 } },
        { "L1 must be 0 or more.", Valid with { L1 = double.PositiveInfinity } },
        { "Gamma must be 0 or more.", Valid with { Gamma = double.NaN } },
        { "MinChildWeight must be 0 or more.", Valid with { MinChildWeight = -0.1 } },
        { "MaxDeltaStep must be 0 or more.", Valid with { MaxDeltaStep = -1 } },
        { "RowSample must be above 0 and at most 1.", Valid with { RowSample = 0 } },
        { "ColumnSampleByTree must be above 0 and at most 1.", Valid with { ColumnSampleByTree = 1.5 } },
        { "ColumnSampleByNode must be above 0 and at most 1.", Valid with { ColumnSampleByNode = -1 } },
        { "ParallelTrees must be at least 1.", Valid with { ParallelTrees = 0 } },
        { "EarlyStoppingRounds must be 0 or more.", Valid with { EarlyStoppingRounds = -1 } },
        { "Early stopping needs validation samples.", Valid with { EarlyStoppingRounds = 5 } },
        { "Threads must be at least 1.", Valid with { Threads = 0 } },
        { "FeatureNames is missing; leave it empty when names are unknown.", Valid with { FeatureNames = null! } },
        { "1 feature names do not fit 9 features.", Valid with { FeatureNames = ["tempo"] } },
        { "BaseScore must be finite.", Valid with { BaseScore = float.NaN } },
        { "BaseScore must be above 0 for a log link.", Valid with { Objective = new Objective.Poisson(), BaseScore = 0 } },
        { "BaseScore must lie between 0 and 1 for a logistic link.", Valid with { Objective = new Objective.Logistic(), BaseScore = 1 } },
        { "BaseScore has no meaning for softmax; leave it out.", Valid with { Objective = new Objective.Softmax(3), BaseScore = 0.5f } },
        { "The Poisson MaxDeltaStep must be 0 or more.", Valid with { Objective = new Objective.Poisson(-1) } },
        { "The Tweedie VariancePower must lie between 1 and 2.", Valid with { Objective = new Objective.Tweedie(2) } },
        { "The quantile Alpha must lie between 0 and 1.", Valid with { Objective = new Objective.Quantile(1) } },
        { "The softmax Classes must lie between 2 and 10000.", Valid with { Objective = new Objective.Softmax(1) } },
    };

    [Theory]
    [MemberData(nameof(HostileOptions))]
    public void A_bad_setting_is_refused_in_one_sentence(string sentence, BoostingOptions options)
    {
        var samples = Tables.WithTargets(Tables.Mixed(50, 1), _ => 1);

        var refused = Assert.Throws<TrainingRefusedException>(() => Tables.Train(samples, null, options, null));

        Assert.Equal(sentence, refused.Message);
    }

    [Theory]
    [InlineData("Poisson targets must be 0 or more. Row 2 of the training samples has -1.", -1f)]
    [InlineData("Tweedie targets must be 0 or more. Row 2 of the training samples has -0.5.", -0.5f)]
    [InlineData("Logistic targets must be 0 or 1. Row 2 of the training samples has 2.", 2f)]
    [InlineData("Softmax targets must be whole numbers from 0 to 2. Row 2 of the training samples has 3.", 3f)]
    [InlineData("Softmax targets must be whole numbers from 0 to 2. Row 2 of the training samples has 1.5.", 1.5f)]
    public void A_target_that_the_objective_cannot_have_is_refused(string sentence, float target)
    {
        Objective objective = sentence[0] switch { 'P' => new Objective.Poisson(), 'T' => new Objective.Tweedie(), 'L' => new Objective.Logistic(), _ => new Objective.Softmax(3) };
        var samples = new Samples(new FeatureMatrix([1, 2, 3, 4], 4, 1), [0, 1, target, 0]);

        var refused = Assert.Throws<TrainingRefusedException>(() => Tables.Train(samples, null, Valid with { Objective = objective }, null));

        Assert.Equal(sentence, refused.Message);
    }

    [Fact]
    public void A_target_that_turned_into_NaN_later_is_refused()
    {
        var samples = new Samples(new FeatureMatrix([1, 2], 2, 1), [0, 1]);
        samples.Targets[1] = float.NaN;

        var refused = Assert.Throws<TrainingRefusedException>(() => Tables.Train(samples, null, Valid, null));

        Assert.Equal("The target of training row 1 is not finite.", refused.Message);
    }

    [Fact]
    public void An_infinite_feature_that_came_later_is_refused()
    {
        var samples = new Samples(new FeatureMatrix([1, 2], 2, 1), [0, 1]);
        samples.Features.Values[1] = float.PositiveInfinity;

        var refused = Assert.Throws<TrainingRefusedException>(() => Tables.Train(samples, null, Valid, null));

        Assert.Equal("Feature 0 of training row 1 is infinite; use NaN for missing.", refused.Message);
    }

    [Fact]
    public void Validation_samples_must_fit_and_not_be_empty()
    {
        var train = Tables.Mixed(50, 1);
        var narrow = new Samples(new FeatureMatrix([1, 2], 2, 1), [0, 1]);
        var none = new Samples(new FeatureMatrix([], 0, 9), []);

        Assert.Equal("The validation samples have 1 features, the training samples 9.", Refusal(train, narrow));
        Assert.Equal("There are no validation samples.", Refusal(train, none));
        Assert.Equal("There are no training samples.", Refusal(none, train));
    }

    [Fact]
    public void Targets_beyond_float_arithmetic_are_refused()
    {
        var samples = new Samples(new FeatureMatrix([1, 2], 2, 1), [3e38f, -3e38f]);

        Assert.Throws<ArithmeticException>(() => Tables.Train(samples, null, Valid with { BaseScore = 3e38f }, null));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Very_few_rows_give_a_model(int rows)
    {
        var model = Tables.Train(Tables.Mixed(rows, 1), null, Valid with { MinChildWeight = 0, L2 = 0 }, null);

        Assert.Equal(3, model.Trees.Count);
        Assert.All(Tables.Margins(model, Tables.Mixed(20, 2).Features), margin => Assert.True(float.IsFinite(margin)));
    }

    [Fact]
    public void Features_that_are_constant_or_always_missing_are_never_asked()
    {
        var mixed = Tables.Mixed(500, 2);
        var values = new float[500 * 3];
        for (var i = 0; i < 500; i++) (values[3 * i], values[3 * i + 1], values[3 * i + 2]) = (float.NaN, 7, mixed.Features.Row(i)[0]);

        var model = Tables.Train(new Samples(new FeatureMatrix(values, 500, 3), mixed.Targets), null, Valid with { MinChildWeight = 0 }, null);

        foreach (var tree in model.Trees)
            for (var node = 0; node < tree.NodeCount; node++)
                Assert.True(tree.IsLeaf(node) || tree.SplitFeatures[node] == 2);
    }

    [Theory]
    [MemberData(nameof(BoosterTests.Objectives), MemberType = typeof(BoosterTests))]
    public void Targets_that_are_all_equal_give_single_leaves(string name)
    {
        var (objective, samples) = BoosterTests.Case(name, rows: 300);
        samples = Tables.WithTargets(samples, _ => 1);

        var model = Tables.Train(samples, null, Valid with { Objective = objective, L2 = 0, MinChildWeight = 0 }, null);

        Assert.All(model.Trees, tree => Assert.Equal(1, tree.NodeCount));
    }

    [Theory]
    [MemberData(nameof(BoosterTests.Objectives), MemberType = typeof(BoosterTests))]
    public void Weights_of_zero_are_as_good_as_absent(string name)
    {
        var (objective, samples) = BoosterTests.Case(name, rows: 400);
        var options = Valid with { Objective = objective, L2 = 0, MinChildWeight = 0 };

        var none = Tables.Train(new Samples(samples.Features, samples.Targets, new float[400]), null, options, null);
        var half = Tables.Train(new Samples(samples.Features, samples.Targets, [.. Enumerable.Range(0, 400).Select(i => i % 2f)]), null, options, null);

        Assert.All(Tables.Margins(none, samples.Features), margin => Assert.True(float.IsFinite(margin)));
        Assert.All(Tables.Margins(half, samples.Features), margin => Assert.True(float.IsFinite(margin)));
        Assert.Contains(half.Trees, tree => tree.NodeCount > 1);
    }

    [Fact]
    public void Extreme_values_of_features_and_targets_are_learnt_like_others()
    {
        var values = Enumerable.Range(0, 100).Select(i => i % 2 == 0 ? float.MaxValue : -float.MaxValue).ToArray();
        var targets = values.Select(value => value > 0 ? 1e-30f : 3e-30f).ToArray();

        var model = Tables.Train(new Samples(new FeatureMatrix(values, 100, 1), targets), null, Valid with { Rounds = 50, LearningRate = 0.5 }, null);

        var margins = Tables.Margins(model, new FeatureMatrix([float.MaxValue, -float.MaxValue], 2, 1));
        Assert.Equal(1, margins[0] / 1e-30f, 0.01);
        Assert.Equal(3, margins[1] / 1e-30f, 0.01);
    }

    private static string Refusal(Samples train, Samples validation) =>
        Assert.Throws<TrainingRefusedException>(() => Tables.Train(train, validation, Valid, null)).Message;
}
