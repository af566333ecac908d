namespace MusicFlow.Learning.Trees;

/// <summary>The best way found to split a node: samples with a bin ≤ <paramref name="LastLeftBin"/> go left.</summary>
/// <param name="Feature">The feature asked for; −1 when no split is worth it.</param>
/// <param name="LastLeftBin">0 … bins − 2; 0 parts the missing values from all others.</param>
/// <param name="MissingLeft">The way of missing values; <see langword="null"/> when the node has none to learn from.</param>
/// <param name="Gain">Without the factor ½ (Chen &amp; Guestrin 2016, eq. 7), in real units.</param>
internal readonly record struct SplitInfo(int Feature, int LastLeftBin, bool? MissingLeft, double Gain)
{
    /// <summary>No split.</summary>
    public static SplitInfo None { get; } = new(-1, 0, null, 0);

    /// <summary>Whether there is a split.</summary>
    public bool Exists => Feature >= 0;
}
