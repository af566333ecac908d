namespace MusicFlow.Learning.Xgboost;

/// <summary>How large a model file may be before it is refused; the defaults admit any sensible model and stop a hostile one early.</summary>
public sealed record XgboostReadLimits
{
    /// <summary>Bytes of JSON. Default 512 MiB.</summary>
    public int MaxBytes { get; init; } = 512 << 20;

    /// <summary>Trees in the model. Default 100,000.</summary>
    public int MaxTrees { get; init; } = 100_000;

    /// <summary>Nodes of one tree, deleted ones included. Default 4,194,304.</summary>
    public int MaxNodesPerTree { get; init; } = 1 << 22;

    /// <summary>Splits on the longest path of a tree. Default 256.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Features, and feature names. Default 1,048,576.</summary>
    public int MaxFeatures { get; init; } = 1 << 20;

    /// <summary>Margins per row: classes of a softmax model. Default 10,000.</summary>
    public int MaxGroups { get; init; } = 10_000;
}
