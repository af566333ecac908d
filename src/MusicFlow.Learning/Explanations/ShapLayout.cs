using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Explanations;

/// <summary>Numbers the nodes of a tree for <see cref="ShapTree"/> and gathers what each split must know of the path to it.</summary>
/// <remarks>Splits come first, breadth first, then the leaves: one pass forwards over the splits walks down, one backwards walks up.</remarks>
internal sealed class ShapLayout
{
    /// <summary>Share of a child that no training sample reached: its true share, 0, would mean divisions by zero further down.</summary>
    const double LeastShare = 1e-30;

    readonly Tree tree;
    readonly List<int> splitNodes = [], leafNodes = [];
    readonly int[] numbers, parents, previous, distinct;
    readonly double[] shares, reaches;

    public ShapLayout(Tree tree)
    {
        this.tree = tree;
        var nodes = tree.NodeCount;
        (numbers, parents, previous, distinct) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (shares, reaches) = (new double[nodes], new double[nodes]);
        (parents[0], previous[0], reaches[0]) = (-1, -1, 1);
        var open = new Queue<int>([0]);
        while (open.TryDequeue(out var node)) Visit(node, open);
        for (var i = 0; i < leafNodes.Count; i++) numbers[leafNodes[i]] = splitNodes.Count + i;
    }

    /// <summary>Most distinct features on one path.</summary>
    public int PathFeatures => distinct.Max();

    /// <summary>Mean of the leaf values by cover.</summary>
    public double ExpectedValue => leafNodes.Sum(leaf => reaches[leaf] * tree.SplitConditions[leaf]);

    /// <summary>Leaf values in the order of their numbers.</summary>
    public double[] LeafValues() => [.. leafNodes.Select(leaf => (double)tree.SplitConditions[leaf])];

    /// <summary>Splits in the order of their numbers.</summary>
    /// <param name="features">Features of a row.</param>
    public ShapTree.Split[] Splits(int features) => [.. splitNodes.Select(node =>
    {
        var (left, feature, before) = (tree.LeftChildren[node], tree.SplitFeatures[node], previous[node]);
        return new ShapTree.Split
        {
            Threshold = FoldedRow.Threshold(tree.SplitConditions[node]),
            Place = FoldedRow.Place(feature, tree.DefaultLeft[node], features),
            Feature = feature,
            Left = numbers[left],
            Right = numbers[left + 1],
            Previous = before < 0 ? -1 : numbers[before],
            LeftShare = shares[left],
            RightShare = shares[left + 1],
            PreviousShare = before < 0 ? 1 : shares[before],
        };
    })];

    void Visit(int node, Queue<int> open)
    {
        if (tree.IsLeaf(node))
        {
            leafNodes.Add(node);
            return;
        }
        numbers[node] = splitNodes.Count;
        splitNodes.Add(node);
        previous[node] = PreviousOf(node);
        for (var child = tree.LeftChildren[node]; child <= tree.LeftChildren[node] + 1; child++)
        {
            var share = Share(child, node);
            parents[child] = node;
            reaches[child] = reaches[node] * share;
            shares[child] = Math.Max(LeastShare, previous[node] < 0 ? share : share * shares[previous[node]]);
            distinct[child] = distinct[node] + (previous[node] < 0 ? 1 : 0);
            open.Enqueue(child);
        }
    }

    /// <summary>The child of the closest ancestor that asks for the same feature, on the path to the node.</summary>
    int PreviousOf(int node)
    {
        for (int child = node, parent = parents[node]; parent >= 0; (child, parent) = (parent, parents[parent]))
            if (tree.SplitFeatures[parent] == tree.SplitFeatures[node]) return child;
        return -1;
    }

    double Share(int child, int parent) => Math.Max(LeastShare, tree.Covers[parent] > 0 ? (double)tree.Covers[child] / tree.Covers[parent] : 0.5);
}
