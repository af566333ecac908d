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

    /// <summary>Longest leaf weight before the learning rate; 0 means no limit. Poisson inflates its hessian instead (see <see cref="Losses.Objective.Poisson"/>).</summary>
    public double MaxDeltaStep { get; init; }

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
}
