using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Boosting;

/// <summary>Which leaf is split next.</summary>
public enum Growth
{
    /// <summary>Level by level, to <see cref="BoostingOptions.MaxDepth"/> (XGBoost's <c>depthwise</c>).</summary>
    DepthWise,

    /// <summary>Always the leaf with the highest gain, to <see cref="BoostingOptions.MaxLeaves"/> (<c>lossguide</c>).</summary>
    LeafWise,
}

/// <summary>Every setting of a training run. Checks itself when training starts; the same options and samples give the same model, byte for byte, at any thread count.</summary>
public sealed record BoostingOptions
{
    /// <summary>What to optimise.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Boosting rounds at most. ≥ 1.</summary>
    public int Rounds { get; init; } = 200;

    /// <summary>Shrinkage of every leaf (η). In (0, 1].</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Depth-wise or leaf-wise.</summary>
    public Growth Growth { get; init; } = Growth.DepthWise;

    /// <summary>Longest path from root to leaf; 0 means no limit (leaf-wise only). 0 … 32.</summary>
    public int MaxDepth { get; init; } = 6;

    /// <summary>Leaves at most; 0 means no limit (depth-wise only).</summary>
    public int MaxLeaves { get; init; }

    /// <summary>Bins per feature, the one for missing values included. 3 … 256.</summary>
    public int MaxBins { get; init; } = 256;

    /// <summary>L2 penalty on leaf weights (λ). ≥ 0.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>L1 penalty on leaf weights (α). ≥ 0.</summary>
    public double L1 { get; init; }

    /// <summary>Least gain of a split (γ). ≥ 0.</summary>
    public double Gamma { get; init; }

    /// <summary>Least sum of hessians in a child. ≥ 0.</summary>
    public double MinChildWeight { get; init; } = 1;

    /// <summary>Longest leaf weight before the learning rate; 0 means no limit, but for Poisson, where it means the objective's own step, as in XGBoost.</summary>
    public double MaxDeltaStep { get; init; }

    /// <summary>The limit that holds: XGBoost's Poisson passes its step on to the trees (src/learner.cc, v1.7.4).</summary>
    internal double StepLimit => MaxDeltaStep == 0 && Objective is Objective.Poisson poisson ? poisson.MaxDeltaStep : MaxDeltaStep;

    /// <summary>Share of rows drawn without replacement for each tree. In (0, 1].</summary>
    public double RowSample { get; init; } = 1;

    /// <summary>Share of features drawn for each tree. In (0, 1].</summary>
    public double ColumnSampleByTree { get; init; } = 1;

    /// <summary>Share of the tree's features drawn anew for each node. In (0, 1].</summary>
    public double ColumnSampleByNode { get; init; } = 1;

    /// <summary>Trees grown side by side in each round; with <see cref="Rounds"/> 1 and <see cref="LearningRate"/> 1 this is a random forest. ≥ 1.</summary>
    public int ParallelTrees { get; init; } = 1;

    /// <summary>Stop when the validation loss has not improved for so many rounds, and keep the best round; 0 means never.</summary>
    public int EarlyStoppingRounds { get; init; }

    /// <summary>Baseline prediction in output space; <see langword="null"/> estimates it from the targets.</summary>
    public float? BaseScore { get; init; }

    /// <summary>Seed of every draw.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Worker threads. ≥ 1. Never changes the model.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Names of the features, carried into the model; empty when unknown.</summary>
    public IReadOnlyList<string> FeatureNames { get; init; } = [];

    /// <summary>Checks every setting and their interplay.</summary>
    /// <exception cref="TrainingRefusedException">A setting is out of its range; the message is one sentence that names it.</exception>
    public void Validate()
    {
        Require(Objective is not null, "Objective is missing.");
        Require(Rounds >= 1, "Rounds must be at least 1.");
        Require(LearningRate is > 0 and <= 1, "LearningRate must be above 0 and at most 1.");
        Require(Enum.IsDefined(Growth), "Growth must be DepthWise or LeafWise.");
        Require(MaxDepth is >= 0 and <= 32, "MaxDepth must lie between 0 and 32.");
        Require(MaxLeaves is 0 or (>= 2 and <= 65535), "MaxLeaves must be 0 or lie between 2 and 65535.");
        Require(MaxDepth > 0 || Growth == Growth.LeafWise, "Depth-wise growth needs a MaxDepth of at least 1.");
        Require(MaxDepth > 0 || MaxLeaves > 0, "Leaf-wise growth needs MaxDepth or MaxLeaves.");
        Require(MaxBins is >= 3 and <= 256, "MaxBins must lie between 3 and 256.");
        Require(IsAmount(L2), "L2 must be 0 or more.");
        Require(IsAmount(L1), "L1 must be 0 or more.");
        Require(IsAmount(Gamma), "Gamma must be 0 or more.");
        Require(IsAmount(MinChildWeight), "MinChildWeight must be 0 or more.");
        Require(IsAmount(MaxDeltaStep), "MaxDeltaStep must be 0 or more.");
        Require(IsShare(RowSample), "RowSample must be above 0 and at most 1.");
        Require(IsShare(ColumnSampleByTree), "ColumnSampleByTree must be above 0 and at most 1.");
        Require(IsShare(ColumnSampleByNode), "ColumnSampleByNode must be above 0 and at most 1.");
        Require(ParallelTrees >= 1, "ParallelTrees must be at least 1.");
        Require(EarlyStoppingRounds >= 0, "EarlyStoppingRounds must be 0 or more.");
        Require(Threads >= 1, "Threads must be at least 1.");
        Require(FeatureNames is not null, "FeatureNames is missing; leave it empty when names are unknown.");
        RequireObjective();
    }

    private void RequireObjective()
    {
        switch (Objective)
        {
            case Objective.Poisson poisson: Require(IsAmount(poisson.MaxDeltaStep), "The Poisson MaxDeltaStep must be 0 or more."); break;
            case Objective.Tweedie tweedie: Require(tweedie.VariancePower is > 1 and < 2, "The Tweedie VariancePower must lie between 1 and 2."); break;
            case Objective.Quantile quantile: Require(quantile.Alpha is > 0 and < 1, "The quantile Alpha must lie between 0 and 1."); break;
            case Objective.Softmax softmax: Require(softmax.Classes is >= 2 and <= 10_000, "The softmax Classes must lie between 2 and 10000."); break;
        }
    }

    private static bool IsAmount(double value) => value >= 0 && double.IsFinite(value);

    private static bool IsShare(double value) => value is > 0 and <= 1;

    private static void Require(bool holds, string sentence)
    {
        if (!holds) throw new TrainingRefusedException(sentence);
    }
}
