using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Trees;

/// <summary>Finds the split of a node that saves most loss, from its histogram.</summary>
/// <remarks>Gain: Chen &amp; Guestrin 2016, eq. 7; missing values are tried on both sides (algorithm 3). Ties go to the column, feature, side and cut that come first. Not thread-safe.</remarks>
internal sealed unsafe class SplitFinder(ColumnLayout layout, int features, BoostingOptions options)
{
    /// <summary>Gains below this share of the node's own score are rounding noise.</summary>
    private const double Noise = 1e-10;

    private readonly ColumnSplitter splitter = new();
    private readonly double[] memberG = ColumnSplitter.Room(layout);
    private readonly double[] memberH = ColumnSplitter.Room(layout);
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
        var best = options.StepLimit > 0
            ? Find(histogram, node, new ClippedScore(l1, l2, options.StepLimit * unitH / unitG), out var own)
            : Find(histogram, node, new NewtonScore(l1, l2), out own);
        var gain = best.Gain - own;
        if (!best.Exists || !(gain > Noise * own)) return SplitInfo.None;
        gain *= unitG * unitG / unitH;
        return gain > options.Gamma ? best with { Gain = gain } : SplitInfo.None;
    }

    private SplitInfo Find<TScore>(Histogram histogram, in NodeSums node, TScore score, out double own) where TScore : struct, ISplitScore
    {
        own = Single(node, score);
        var best = SplitInfo.None with { Gain = double.NegativeInfinity };
        fixed (double* g = memberG, h = memberH)
            foreach (var column in layout.Columns)
            {
                var columnG = histogram.Gradients + column.FirstSlot;
                var columnH = histogram.Hessians + column.FirstSlot;
                if (column.Members.Length == 1)
                {
                    if (allowed[column.Members[0].Feature]) best = Better(best, Scan(Sums(column.Members[0], columnG, columnH), node, score, column.Members[0].Feature));
                    continue;
                }
                if (!AnyAllowed(column)) continue;
                splitter.Split(column, columnG, memberG);
                splitter.Split(column, columnH, memberH);
                for (var m = 0; m < column.Members.Length; m++)
                {
                    var (feature, offset) = (column.Members[m].Feature, ColumnSplitter.Offset(m));
                    if (allowed[feature]) best = Better(best, Scan(Sums(column.Members[m], g + offset, h + offset), node, score, feature));
                }
            }
        return best;
    }

    private static SplitInfo Scan<TScore>(in FeatureSums feature, in NodeSums node, TScore score, int index) where TScore : struct, ISplitScore
    {
        var right = SplitScan.Best(feature, node, score, missingLeft: false);
        if (!feature.HasMissing) return new SplitInfo(index, right.LastLeftBin, null, right.Score);
        var left = SplitScan.Best(feature, node, score, missingLeft: true);
        var alone = SplitScan.MissingAlone(feature, node, score);
        if (alone.Score > left.Score) left = alone;
        return left.Score > right.Score
            ? new SplitInfo(index, left.LastLeftBin, true, left.Score)
            : new SplitInfo(index, right.LastLeftBin, false, right.Score);
    }

    private static SplitInfo Better(SplitInfo best, SplitInfo next) => next.Gain > best.Gain ? next : best;

    private static double Single<TScore>(in NodeSums node, TScore score) where TScore : struct, ISplitScore
    {
        // A pair whose second child is empty scores like one node; with λ = 0 the empty one would be 0/0, so each half counts as half.
        var (g, h) = (System.Runtime.Intrinsics.Vector256.Create(node.Gradient), System.Runtime.Intrinsics.Vector256.Create(node.Hessian));
        var pair = score.Pair(g, h, g, h)[0] / 2;
        return double.IsNaN(pair) ? 0 : pair;
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
