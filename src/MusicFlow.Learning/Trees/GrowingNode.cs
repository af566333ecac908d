using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Trees;

/// <summary>A node that is not final yet.</summary>
/// <param name="Id">Index in the tree.</param>
/// <param name="Start">Where its rows begin in the <see cref="RowPartition"/>.</param>
/// <param name="Count">Number of its rows.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="Sums">Exact sums over its rows.</param>
/// <param name="Histogram">Of its rows, or <see langword="null"/> when nobody will ask for it.</param>
internal sealed record GrowingNode(int Id, int Start, int Count, int Depth, GradientSums Sums, Histogram? Histogram)
{
    /// <summary>The best split, once it was looked for.</summary>
    public SplitInfo Split { get; init; } = SplitInfo.None;
}
