namespace MusicFlow.Learning.Sampling;

/// <summary>Draws the features that a tree, and then each of its nodes, may split on.</summary>
/// <remarks>A node's draw depends on seed, tree and node only, so that neither the order of growth nor the threads change it.</remarks>
internal sealed class ColumnSampler(int features, double shareByTree, double shareByNode, ulong seed)
{
    private const ulong TreePurpose = 2UL << 60;
    private const ulong NodePurpose = 3UL << 60;

    /// <summary>The tree's features, ascending; at least one.</summary>
    public int[] ForTree(int tree) =>
        Draw([.. Enumerable.Range(0, features)], shareByTree, new SeededRandom(seed, TreePurpose + (ulong)tree));

    /// <summary>The node's features out of its tree's, ascending; at least one.</summary>
    public int[] ForNode(int[] ofTree, int tree, int node) =>
        shareByNode >= 1 ? ofTree : Draw(ofTree, shareByNode, new SeededRandom(seed, NodePurpose + ((ulong)tree << 32) + (ulong)node));

    private static int[] Draw(int[] from, double share, SeededRandom random)
    {
        var wanted = Math.Max(1, (int)Math.Round(from.Length * share, MidpointRounding.AwayFromZero));
        if (wanted >= from.Length) return from;

        var deck = (int[])from.Clone();
        for (var i = 0; i < wanted; i++)
        {
            var j = i + random.NextBelow(deck.Length - i);
            (deck[i], deck[j]) = (deck[j], deck[i]);
        }
        var drawn = deck[..wanted];
        Array.Sort(drawn);
        return drawn;
    }
}
