using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Measures trees and lays them out as complete binary heaps.</summary>
internal static class TreeShape
{
    /// <summary>Splits on the longest path; 0 for a single leaf. Also makes sure that the unchecked reads of the predictors stay inside a row.</summary>
    /// <exception cref="ArgumentException">A split asks for a feature beyond <paramref name="features"/>.</exception>
    public static int Depth(Tree tree, int features)
    {
        var deepest = 0;
        var open = new Stack<(int Node, int Depth)>([(0, 0)]);
        while (open.TryPop(out var at))
        {
            deepest = Math.Max(deepest, at.Depth);
            if (tree.IsLeaf(at.Node)) continue;
            if ((uint)tree.SplitFeatures[at.Node] >= (uint)features) throw new ArgumentException("A tree asks for a feature that the model does not have.", nameof(tree));
            open.Push((tree.LeftChildren[at.Node], at.Depth + 1));
            open.Push((tree.LeftChildren[at.Node] + 1, at.Depth + 1));
        }
        return deepest;
    }

    /// <summary>
    /// The node that stands at each place of a complete heap of the given depth: root at 1, children of i at 2i and 2i + 1, length 2^(depth + 1).
    /// A leaf above the last level stands in all places below it, so that a walk of fixed length ends in it whichever way it turns.
    /// </summary>
    public static int[] Heap(Tree tree, int depth)
    {
        var heap = new int[2 << depth];
        for (var place = 2; place < heap.Length; place++)
        {
            var parent = heap[place / 2];
            heap[place] = tree.IsLeaf(parent) ? parent : tree.LeftChildren[parent] + (place & 1);
        }
        return heap;
    }
}
