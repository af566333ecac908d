using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Up to eight shallow trees as complete heaps, walked in step: no branch, no pointer, eight chains of loads in flight.</summary>
/// <remarks>The trees lie interleaved, so that the upper levels of all eight share a few cache lines.</remarks>
internal sealed class HeapBlock : TreeBlock
{
    /// <summary>Beyond this depth the heaps would outgrow the cache.</summary>
    public const int MaxDepth = 8;

    readonly int depth;
    readonly Node[] nodes;
    readonly float[] leaves;

    public HeapBlock(ReadOnlySpan<Tree> trees, int depth, int features)
    {
        this.depth = depth;
        nodes = new Node[Size << depth];
        leaves = new float[Size << depth];
        Array.Fill(nodes, new Node(0, 0));
        for (var i = 0; i < trees.Length; i++) Place(trees[i], i, features);
    }

    // The unchecked reads below stay inside: a walk of `depth` steps from 1 ends in [2^depth, 2^(depth + 1)), and TreeShape.Depth checked every feature.
    public override void FindLeaves(ref float row, ref float found)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(nodes);
        nint a = Size, b = Size, c = Size, d = Size, e = Size, f = Size, g = Size, h = Size;
        for (var level = 0; level < depth; level++)
        {
            a = Step(ref first, ref row, a, 0);
            b = Step(ref first, ref row, b, 1);
            c = Step(ref first, ref row, c, 2);
            d = Step(ref first, ref row, d, 3);
            e = Step(ref first, ref row, e, 4);
            f = Step(ref first, ref row, f, 5);
            g = Step(ref first, ref row, g, 6);
            h = Step(ref first, ref row, h, 7);
        }
        ref var leaf = ref Unsafe.Subtract(ref MemoryMarshal.GetArrayDataReference(leaves), Size << depth);
        found = Unsafe.Add(ref leaf, a);
        Unsafe.Add(ref found, 1) = Unsafe.Add(ref leaf, b + 1);
        Unsafe.Add(ref found, 2) = Unsafe.Add(ref leaf, c + 2);
        Unsafe.Add(ref found, 3) = Unsafe.Add(ref leaf, d + 3);
        Unsafe.Add(ref found, 4) = Unsafe.Add(ref leaf, e + 4);
        Unsafe.Add(ref found, 5) = Unsafe.Add(ref leaf, f + 5);
        Unsafe.Add(ref found, 6) = Unsafe.Add(ref leaf, g + 6);
        Unsafe.Add(ref found, 7) = Unsafe.Add(ref leaf, h + 7);
    }

    /// <summary>One level down: from place × 8 to child × 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static nint Step(ref Node first, ref float row, nint at, nint tree)
    {
        ref var node = ref Unsafe.Add(ref Unsafe.Add(ref first, tree), at);
        // The comparison as a number: a conditional expression may become a branch, and half of those are mispredicted.
        return (at * 2) + ((nint)Unsafe.BitCast<bool, byte>(Unsafe.Add(ref row, node.Feature) >= node.Threshold) * Size);
    }

    void Place(Tree tree, int index, int features)
    {
        var heap = TreeShape.Heap(tree, depth);
        for (var place = 1; place < heap.Length; place++)
        {
            var node = heap[place];
            if (place >= 1 << depth) leaves[((place - (1 << depth)) * Size) + index] = tree.SplitConditions[node];
            else if (!tree.IsLeaf(node)) nodes[(place * Size) + index] = Node.Of(tree, node, features);
        }
    }

    readonly record struct Node(float Threshold, int Feature)
    {
        public static Node Of(Tree tree, int node, int features) =>
            new(FoldedRow.Threshold(tree.SplitConditions[node]), FoldedRow.Place(tree.SplitFeatures[node], tree.DefaultLeft[node], features));
    }
}
