namespace MusicFlow.Learning.Trees;

/// <summary>A tree while it grows: nodes are appended, leaves get their values when they are final.</summary>
internal sealed class GrowingTree
{
    private readonly List<int> leftChildren = [];
    private readonly List<int> splitFeatures = [];
    private readonly List<float> splitConditions = [];
    private readonly List<bool> defaultLeft = [];
    private readonly List<float> gains = [];
    private readonly List<float> covers = [];
    private readonly List<float> baseWeights = [];

    /// <summary>Number of nodes so far.</summary>
    public int NodeCount => leftChildren.Count;

    /// <summary>Number of leaves so far: every split makes one more.</summary>
    public int LeafCount => NodeCount / 2 + 1;

    /// <summary>Appends a node as a leaf without a value.</summary>
    /// <param name="cover">Sum of hessians; replaced by the sum of its children's when the node is split.</param>
    /// <param name="weight">The weight the node would have as a leaf.</param>
    /// <returns>Its index.</returns>
    public int Append(double cover, double weight)
    {
        leftChildren.Add(-1);
        splitFeatures.Add(0);
        splitConditions.Add(0);
        defaultLeft.Add(false);
        gains.Add(0);
        covers.Add((float)cover);
        baseWeights.Add((float)weight);
        return NodeCount - 1;
    }

    /// <summary>Gives a leaf its value, in margin units.</summary>
    public void SetLeaf(int node, float value) => splitConditions[node] = value;

    /// <summary>Turns a leaf into a split; its children are the next two nodes to be appended.</summary>
    public void SetSplit(int node, int feature, float threshold, bool missingLeft, double gain)
    {
        leftChildren[node] = NodeCount;
        splitFeatures[node] = feature;
        splitConditions[node] = threshold;
        defaultLeft[node] = missingLeft;
        gains[node] = (float)gain;
    }

    /// <summary>The finished tree. Covers are summed up from the leaves in float32, so that children share out their parent's cover exactly.</summary>
    public Tree Build()
    {
        for (var node = NodeCount - 1; node >= 0; node--)
            if (leftChildren[node] >= 0) covers[node] = covers[leftChildren[node]] + covers[leftChildren[node] + 1];
        return new Tree
        {
            LeftChildren = [.. leftChildren],
            SplitFeatures = [.. splitFeatures],
            SplitConditions = [.. splitConditions],
            DefaultLeft = [.. defaultLeft],
            Gains = [.. gains],
            Covers = [.. covers],
            BaseWeights = [.. baseWeights],
        };
    }

    /// <summary>A tree that is one leaf.</summary>
    public static Tree Leaf(float value, double cover)
    {
        var tree = new GrowingTree();
        tree.SetLeaf(tree.Append(cover, value), value);
        return tree.Build();
    }
}
