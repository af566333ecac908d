using System.Runtime.CompilerServices;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Up to eight trees of any depth, one walked after the other from node to node.</summary>
internal sealed class LinkedBlock : TreeBlock
{
    readonly Node[][] trees;

    public LinkedBlock(ReadOnlySpan<Tree> trees, int features)
    {
        this.trees = new Node[trees.Length][];
        for (var i = 0; i < trees.Length; i++) this.trees[i] = Nodes(trees[i], features);
    }

    public override void FindLeaves(ref float row, ref float leaves)
    {
        for (var i = 0; i < Size; i++) Unsafe.Add(ref leaves, i) = i < trees.Length ? Leaf(trees[i], ref row) : 0;
    }

    static float Leaf(Node[] nodes, ref float row)
    {
        var node = nodes[0];
        while (node.Left >= 0) node = nodes[node.Left + Unsafe.BitCast<bool, byte>(Unsafe.Add(ref row, node.Feature) >= node.Condition)];
        return node.Condition;
    }

    static Node[] Nodes(Tree tree, int features)
    {
        var nodes = new Node[tree.NodeCount];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = tree.IsLeaf(i)
                ? new Node(tree.SplitConditions[i], 0, -1)
                : new Node(FoldedRow.Threshold(tree.SplitConditions[i]), FoldedRow.Place(tree.SplitFeatures[i], tree.DefaultLeft[i], features), tree.LeftChildren[i]);
        }
        return nodes;
    }

    readonly record struct Node(float Condition, int Feature, int Left);
}
