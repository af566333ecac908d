using MusicFlow.Learning.Boosting;

namespace MusicFlow.Learning.Trees;

/// <summary>The nodes that wait to be split, in the order of growth.</summary>
/// <remarks>
/// Depth-wise without a limit of leaves, the order cannot change the tree; the youngest first then keeps rows in the cache and few
/// histograms alive. With a limit it is level by level. Leaf-wise it is the highest gain first, the older node of equals.
/// </remarks>
internal sealed class Frontier(Growth growth, bool limited)
{
    private readonly PriorityQueue<GrowingNode, (double, int)> queue = new();

    /// <summary>Adds a node that has a split.</summary>
    public void Push(GrowingNode node) => queue.Enqueue(node, growth switch
    {
        Growth.LeafWise => (-node.Split.Gain, node.Id),
        _ when limited => (node.Depth, node.Id),
        _ => (0, -node.Id),
    });

    /// <summary>Takes the next node.</summary>
    public bool TryPop(out GrowingNode node) => queue.TryDequeue(out node!, out _);
}
