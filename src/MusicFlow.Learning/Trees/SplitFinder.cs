using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Trees;

/// <summary>Finds the split of a node that saves most loss, from its histogram.</summary>
/// <remarks>Gain: Chen &amp; Guestrin 2016, eq. 7; missing values are tried on both sides (algorithm 3). Ties go to the column, feature, side and cut that come first. Not thread-safe.</remarks>
internal sealed unsafe class SplitFinder(ColumnLayout layout, int features, BoostingOptions options) : IDisposable
{
    /// <summary>Gains below this share of the node's own score are rounding noise.</summary>
    private const double Noise = 1e-10;

    private readonly ColumnSplitter gradientSplitter = new(layout);
    private readonly ColumnSplitter hessianSplitter = new(layout);
    private readonly bool[] allowed = new bool[features];

    /// <summary>The best split, or <see cref="SplitInfo.None"/>.</summary>
    /// <param name="histogram">Of the node's samples.</param>
    /// <param name="gradients">Their scales.</param>
    /// <param name="candidates">The features that may be asked for.</param>
    /// <param name="leastSteps">Hessian of a child at least, in coarse steps: more than rounding can make out of nothing.</param>
    public SplitInfo Find(Histogram histogram, GradientTable gradients, int[] candidates, double leastSteps)
    {
        var (unitG, unitH) = (gradients.GradientScale.CoarseUnit, gradients.HessianScale.CoarseUnit);
        Array.Clear(allowed);
        foreach (var feature in candidates) allowed[feature] = true;
        var node = Sums(histogram, Math.Max(options.MinChildWeight / unitH, leastSteps));
        var (l1, l2) = (options.L1 / unitG, options.L2 / unitH);
        double own;
        var best = options switch
        {
            { StepLimit: > 0 } => Find(histogram, node, new ClippedScore(l1, l2, options.StepLimit * unitH / unitG), out own),
            { L1: > 0 } => Find(histogram, node, new SparseScore(l1, l2), out own),
            _ => Find(histogram, node, new NewtonScore(l2), out own),
        };
        var gain = best.Gain - own;
        if (!best.Exists || !(gain > Noise * own)) return SplitInfo.None;
        gain *= unitG * unitG / unitH;
        return gain > options.Gamma ? best with { Gain = gain } : SplitInfo.None;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        gradientSplitter.Dispose();
        hessianSplitter.Dispose();
    }

    private SplitInfo Find<TScore>(Histogram histogram, in NodeSums node, TScore score, out double own) where TScore : struct, ISplitScore
    {
        own = Single(node, score);
        var best = SplitInfo.None with { Gain = double.NegativeInfinity };
        foreach (var column in layout.Columns)
        {
            var g = histogram.Gradients + column.FirstSlot;
            var h = histogram.Hessians + column.FirstSlot;
            if (column.Members.Length == 1)
            {
                if (allowed[column.Members[0].Feature]) best = Scan(column.Members[0], Sums(column.Members[0], g, h), node, score, best);
                continue;
            }
            if (!AnyAllowed(column)) continue;
            gradientSplitter.Split(column, g);
            hessianSplitter.Split(column, h);
            for (var m = 0; m < column.Members.Length; m++)
                if (allowed[column.Members[m].Feature])
                    best = Scan(column.Members[m], Sums(column.Members[m], gradientSplitter.Member(m), hessianSplitter.Member(m)), node, score, best);
        }
        return best;
    }

    private static SplitInfo Scan<TScore>(ColumnMember member, in FeatureSums feature, in NodeSums node, TScore score, SplitInfo best)
        where TScore : struct, ISplitScore
    {
        var cut = SplitScan.Best(feature, node, score, new Cut(0, false, best.Gain));
        if (feature.HasMissing) cut = SplitScan.MissingAlone(feature, node, score, cut);
        return cut.Score > best.Gain ? new SplitInfo(member.Feature, cut.LastLeftBin, feature.HasMissing ? cut.MissingLeft : null, cut.Score) : best;
    }

    // Two nodes like this one score twice as much as it; an empty one scores 0.
    private static double Single<TScore>(in NodeSums node, TScore score) where TScore : struct, ISplitScore
    {
        var twice = SplitScan.One(score, node.Gradient, node.Hessian, node.Gradient, node.Hessian);
        return double.IsNaN(twice) ? 0 : twice / 2;
    }

    // Every column holds every sample once, so any column's entries add up to the node; the first one is as good as the others.
    private NodeSums Sums(Histogram histogram, double leastHessian)
    {
        var (g, h) = (0.0, 0.0);
        for (var i = 0; i < layout.Columns[0].Codes; i++)
        {
            g += histogram.Gradients[i];
            h += histogram.Hessians[i];
        }
        return new NodeSums(g, h, leastHessian);
    }

    private static FeatureSums Sums(ColumnMember member, double* g, double* h) =>
        member.FirstBin == 0 ? new FeatureSums(g + 1, h + 1, member.Radix - 1, *g, *h) : new FeatureSums(g, h, member.Radix, 0, 0);

    private bool AnyAllowed(Column column)
    {
        foreach (var member in column.Members)
            if (allowed[member.Feature]) return true;
        return false;
    }
}
