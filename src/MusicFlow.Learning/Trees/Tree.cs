namespace MusicFlow.Learning.Trees;

/// <summary>One grown regression tree, in flat arrays; node 0 is the root, the right child always follows the left one.</summary>
/// <remarks>
/// A sample goes left when its feature is strictly below the threshold (float32 compare), right otherwise, and in the default
/// direction when the feature is missing (NaN): XGBoost's rule (src/predictor/predict_fn.h). Immutable; safe to share between threads.
/// </remarks>
public sealed class Tree
{
    /// <summary>Index of the left child, or −1 at a leaf; the right child is the next node. Length nodes.</summary>
    public required int[] LeftChildren { get; init; }

    /// <summary>Feature that a split asks for; 0 at a leaf. Length nodes.</summary>
    public required int[] SplitFeatures { get; init; }

    /// <summary>Threshold of a split; at a leaf its value in margin units, already times the learning rate. Length nodes.</summary>
    public required float[] SplitConditions { get; init; }

    /// <summary>Whether a missing value goes left. Length nodes.</summary>
    public required bool[] DefaultLeft { get; init; }

    /// <summary>Gain of a split, without the factor ½ (Chen &amp; Guestrin 2016, eq. 7); 0 at a leaf. Length nodes.</summary>
    public required float[] Gains { get; init; }

    /// <summary>Cover: sum of hessians of the training samples in the node. Length nodes; TreeSHAP weighs by it.</summary>
    public required float[] Covers { get; init; }

    /// <summary>The weight that the node would have as a leaf, before the learning rate; informative only. Length nodes.</summary>
    public required float[] BaseWeights { get; init; }

    /// <summary>Number of nodes, leaves included.</summary>
    public int NodeCount => LeftChildren.Length;

    /// <summary>Whether the node is a leaf.</summary>
    public bool IsLeaf(int node) => LeftChildren[node] < 0;

    /// <summary>The leaf that a sample falls into.</summary>
    /// <param name="features">One value per feature; NaN means missing.</param>
    public int LeafOf(ReadOnlySpan<float> features)
    {
        var node = 0;
        while (LeftChildren[node] >= 0)
        {
            var value = features[SplitFeatures[node]];
            var left = float.IsNaN(value) ? DefaultLeft[node] : value < SplitConditions[node];
            node = LeftChildren[node] + (left ? 0 : 1);
        }
        return node;
    }
}
