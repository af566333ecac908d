using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Predictions;

/// <summary>Up to eight consecutive trees, compiled to be walked together.</summary>
internal abstract class TreeBlock
{
    /// <summary>Trees in a full block: enough independent walks to hide the latency of one.</summary>
    public const int Size = 8;

    /// <summary>Finds the leaf value of each tree.</summary>
    /// <param name="row">First value of a folded row (see <see cref="FoldedRow"/>).</param>
    /// <param name="leaves">First of <see cref="Size"/> places; those beyond the block's trees get 0.</param>
    public abstract void FindLeaves(ref float row, ref float leaves);

    /// <summary>Chooses the layout: complete heaps where the trees are shallow, linked nodes where heaps would explode.</summary>
    /// <param name="trees">1 … <see cref="Size"/> trees.</param>
    /// <param name="features">Features of a row; every split asks for one of them.</param>
    public static TreeBlock Compile(ReadOnlySpan<Tree> trees, int features)
    {
        var depth = 0;
        foreach (var tree in trees) depth = Math.Max(depth, TreeShape.Depth(tree, features));
        return depth <= HeapBlock.MaxDepth ? new HeapBlock(trees, depth, features) : new LinkedBlock(trees, features);
    }
}
