namespace MusicFlow.Learning.Trees;

/// <summary>A finished tree and the leaf that each training row fell into.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="LeafValues">Value per leaf, in margin units.</param>
/// <param name="LeafOfRow">Index into <paramref name="LeafValues"/> per training row; overwritten by the next tree.</param>
internal sealed record GrownTree(Tree Tree, float[] LeafValues, ushort[] LeafOfRow);

/// <summary>The weight of a leaf from the rows in it, before the learning rate.</summary>
/// <param name="rows">Training rows, ascending.</param>
internal delegate double LeafRenewal(ReadOnlySpan<int> rows);
