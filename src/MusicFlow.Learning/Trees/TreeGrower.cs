using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Histograms;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Trees;

/// <summary>Grows one tree after the other on a binned table.</summary>
/// <remarks>
/// Only the smaller child of a split is counted; the other's histogram is the parent's minus that. Same inputs give the same tree, bit
/// for bit, at any thread count. Not thread-safe.
/// </remarks>
internal sealed unsafe class TreeGrower : IDisposable
{
    /// <summary>More leaves than this a tree never has.</summary>
    public const int MostLeaves = ushort.MaxValue;

    // A forecast root may be off by half a step per bin; a child must hold more than that could add up to.
    private const double ForecastSteps = 1024;
    private const double ExactSteps = 0.5;

    private readonly BinnedMatrix bins;
    private readonly BoostingOptions options;
    private readonly RootForecast? forecast;
    private readonly Loss loss;
    private readonly HistogramPool pool;
    private readonly HistogramBuilder builder;
    private readonly SplitFinder finder;
    private readonly ColumnSampler columns;
    private readonly RowPartition partition;
    private readonly ushort[] leafOfRow;
    private readonly List<float> leafValues = [];
    private readonly int leafLimit;

    private GradientTable gradients = null!;
    private LeafRenewal? renewal;
    private GrowingTree tree = null!;
    private LeafFit fit;
    private Frontier frontier = null!;
    private int[] candidates = [];
    private int index;

    /// <param name="bins">The training table.</param>
    /// <param name="options">Validated.</param>
    /// <param name="loss">Tells how leaves change the next root.</param>
    /// <param name="forecast">Gathers the next root, or <see langword="null"/> when it cannot be derived.</param>
    public TreeGrower(BinnedMatrix bins, BoostingOptions options, Loss loss, RootForecast? forecast)
    {
        (this.bins, this.options, this.loss, this.forecast) = (bins, options, loss, forecast);
        pool = new HistogramPool(bins.Layout.Slots);
        builder = new HistogramBuilder(bins, options.Threads);
        finder = new SplitFinder(bins.Layout, bins.Mapper.Features, options);
        columns = new ColumnSampler(bins.Mapper.Features, options.ColumnSampleByTree, options.ColumnSampleByNode, options.Seed);
        partition = new RowPartition(bins, options.Threads);
        leafOfRow = new ushort[bins.Rows];
        leafLimit = options.MaxLeaves > 0 ? Math.Min(options.MaxLeaves, MostLeaves) : MostLeaves;
    }

    /// <summary>Grows the next tree.</summary>
    /// <param name="gradients">Of every row; rows that the tree may not see have gradient and hessian 0.</param>
    /// <param name="index">Number of the tree in the model; its draws depend on it.</param>
    /// <param name="renewal">Gives leaf weights, or <see langword="null"/> for Newton steps.</param>
    public GrownTree Grow(GradientTable gradients, int index, LeafRenewal? renewal)
    {
        (this.gradients, this.index, this.renewal) = (gradients, index, renewal);
        (tree, fit) = (new GrowingTree(), new LeafFit(options, gradients.GradientScale, gradients.HessianScale));
        frontier = new Frontier(options.Growth, options.MaxLeaves > 0);
        candidates = columns.ForTree(index);
        leafValues.Clear();
        partition.Reset();

        Offer(Root());
        while (frontier.TryPop(out var node))
        {
            if (tree.LeafCount >= leafLimit) Finish(node);
            else Split(node);
        }
        return new GrownTree(tree.Build(), [.. leafValues], leafOfRow);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        pool.Dispose();
        builder.Dispose();
        finder.Dispose();
        partition.Dispose();
    }

    private GrowingNode Root()
    {
        var histogram = pool.Rent();
        if (forecast is { Ready: true }) forecast.MoveTo(histogram, gradients);
        else builder.Build(gradients, null, bins.Rows, histogram);
        forecast?.Begin(gradients);
        return Node(0, bins.Rows, 0, gradients.Total, histogram);
    }

    private GrowingNode Node(int start, int count, int depth, GradientSums sums, Histogram? histogram) =>
        new(tree.Append(fit.HessianOf(sums), fit.WeightOf(sums)), start, count, depth, sums, histogram);

    private bool MaySplit(int count, int depth, GradientSums sums) =>
        count >= 2 && (options.MaxDepth == 0 || depth < options.MaxDepth) && fit.HessianOf(sums) >= 2 * options.MinChildWeight;

    private void Offer(GrowingNode node)
    {
        var split = SplitInfo.None;
        if (node.Histogram is not null && MaySplit(node.Count, node.Depth, node.Sums))
            split = finder.Find(node.Histogram, gradients, columns.ForNode(candidates, index, node.Id), forecast is null ? ExactSteps : ForecastSteps);
        if (split.Exists) frontier.Push(node with { Split = split });
        else Finish(node);
    }

    private void Split(GrowingNode node)
    {
        var split = node.Split;
        var left = partition.Split(node.Start, node.Count, split.Feature, LeftRule.Of(split.LastLeftBin, split.MissingLeft ?? false));
        if (left == 0 || left == node.Count)
        {
            Finish(node);
            return;
        }
        var (small, start) = left <= node.Count - left ? (left, node.Start) : (node.Count - left, node.Start + left);
        var part = Count(node, start, small, out var smallSums);
        var (leftSums, rightSums) = start == node.Start ? (smallSums, node.Sums - smallSums) : (node.Sums - smallSums, smallSums);
        var threshold = split.LastLeftBin == 0 ? -float.MaxValue : bins.Mapper.Cuts(split.Feature)[split.LastLeftBin - 1];
        tree.SetSplit(node.Id, split.Feature, threshold, split.MissingLeft ?? left >= node.Count - left, split.Gain);

        var goesOn = MayGoOn(node, left, leftSums, rightSums);
        if (goesOn) node.Histogram!.Subtract(part!);
        var (leftPart, rightPart) = !goesOn ? (null, null) : start == node.Start ? (part, node.Histogram) : (node.Histogram, part);
        var leftNode = Node(node.Start, left, node.Depth + 1, leftSums, leftPart);
        var rightNode = Node(node.Start + left, node.Count - left, node.Depth + 1, rightSums, rightPart);
        Offer(leftNode);
        Offer(rightNode);
        if (!goesOn) FinishPair(node, part, start == node.Start);
    }

    private bool MayGoOn(GrowingNode node, int left, GradientSums leftSums, GradientSums rightSums) =>
        MaySplit(left, node.Depth + 1, leftSums) || MaySplit(node.Count - left, node.Depth + 1, rightSums);

    // A histogram is worth its time only if a child may be split, or if the next root is derived from the leaves.
    private Histogram? Count(GrowingNode node, int start, int count, out GradientSums sums)
    {
        var depthLeft = options.MaxDepth == 0 || node.Depth + 1 < options.MaxDepth;
        if (!depthLeft && forecast is null)
        {
            sums = HistogramKernel.SumRows(gradients.Pairs, partition.From(start), count);
            return null;
        }
        var part = pool.Rent();
        sums = builder.Build(gradients, partition.From(start), count, part);
        return part;
    }

    // Both children have just become the two youngest leaves, left before right.
    private void FinishPair(GrowingNode parent, Histogram? part, bool partIsLeft)
    {
        if (forecast is not null)
        {
            var (left, right) = (ShiftOf(leafValues[^2]), ShiftOf(leafValues[^1]));
            forecast.AddPair(parent.Histogram!, part!, partIsLeft ? left : right, partIsLeft ? right : left);
        }
        pool.Return(parent.Histogram!);
        if (part is not null) pool.Return(part);
    }

    private void Finish(GrowingNode node)
    {
        var rows = partition.Rows(node.Start, node.Count);
        var weight = renewal is null ? fit.WeightOf(node.Sums) : renewal(rows);
        var value = (float)(weight * options.LearningRate / options.ParallelTrees);
        var leaf = (ushort)leafValues.Count;
        leafValues.Add(value);
        tree.SetLeaf(node.Id, value);
        foreach (var row in rows) leafOfRow[row] = leaf;
        if (node.Histogram is null) return;
        forecast?.Add(node.Histogram, ShiftOf(value));
        pool.Return(node.Histogram);
    }

    private LeafShift ShiftOf(float value) => loss.ShiftOf(value)!.Value;
}
