using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MusicFlow.Learning.Trees;

/// <summary>One feature's part of a histogram.</summary>
/// <param name="gradients">Gradient sums of the bins 1, 2, …; at least <paramref name="bins"/> rounded up to four can be read.</param>
/// <param name="hessians">Hessian sums alike.</param>
/// <param name="bins">Number of bins without the missing one.</param>
/// <param name="missingGradient">Gradient sum of the missing bin.</param>
/// <param name="missingHessian">Hessian sum of the missing bin.</param>
internal readonly unsafe struct FeatureSums(double* gradients, double* hessians, int bins, double missingGradient, double missingHessian)
{
    public readonly double* Gradients = gradients;
    public readonly double* Hessians = hessians;
    public readonly int Bins = bins;
    public readonly double MissingGradient = missingGradient;
    public readonly double MissingHessian = missingHessian;

    /// <summary>Whether any sample of the node lacks the feature.</summary>
    public bool HasMissing => MissingHessian != 0 || MissingGradient != 0;
}

/// <summary>What a node's samples sum up to, and how little may remain in a child.</summary>
internal readonly record struct NodeSums(double Gradient, double Hessian, double LeastHessian);

/// <summary>A candidate split of one feature: bins 1 … <paramref name="LastLeftBin"/> go left.</summary>
internal readonly record struct Cut(int LastLeftBin, double Score);

/// <summary>Walks over the cuts of one feature, four at a time, and keeps the best; the first of equals wins.</summary>
internal static unsafe class SplitScan
{
    /// <summary>The best cut, or a score of −∞.</summary>
    /// <param name="feature">The feature's part of the histogram.</param>
    /// <param name="node">The node's totals.</param>
    /// <param name="score">What to maximise.</param>
    /// <param name="missingLeft">Which child the missing samples are counted to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Cut Best<TScore>(in FeatureSums feature, in NodeSums node, TScore score, bool missingLeft) where TScore : struct, ISplitScore
    {
        var (totalG, totalH) = (Vector256.Create(node.Gradient), Vector256.Create(node.Hessian));
        var least = Vector256.Create(node.LeastHessian);
        var carryG = Vector256.Create(missingLeft ? feature.MissingGradient : 0);
        var carryH = Vector256.Create(missingLeft ? feature.MissingHessian : 0);
        var (best, bestCut) = (Vector256.Create(double.NegativeInfinity), Vector256<double>.Zero);
        var cut = Vector256.Create(1.0, 2, 3, 4);
        var last = Vector256.Create((double)feature.Bins - 1);
        for (var i = 0; i < feature.Bins - 1; i += 4)
        {
            var leftG = Prefix(Vector256.Load(feature.Gradients + i)) + carryG;
            var leftH = Prefix(Vector256.Load(feature.Hessians + i)) + carryH;
            carryG = Vector256.Shuffle(leftG, Vector256.Create(3L, 3, 3, 3));
            carryH = Vector256.Shuffle(leftH, Vector256.Create(3L, 3, 3, 3));
            var rightH = totalH - leftH;
            var scores = score.Pair(leftG, leftH, totalG - leftG, rightH);
            var allowed = Vector256.GreaterThanOrEqual(leftH, least) & Vector256.GreaterThanOrEqual(rightH, least) & Vector256.LessThanOrEqual(cut, last);
            var better = allowed & Vector256.GreaterThan(scores, best);
            best = Vector256.ConditionalSelect(better, scores, best);
            bestCut = Vector256.ConditionalSelect(better, cut, bestCut);
            cut += Vector256.Create(4.0);
        }
        return Reduce(best, bestCut);
    }

    /// <summary>The cut that parts the missing samples (left) from all others.</summary>
    public static Cut MissingAlone<TScore>(in FeatureSums feature, in NodeSums node, TScore score) where TScore : struct, ISplitScore
    {
        var rightH = node.Hessian - feature.MissingHessian;
        if (feature.MissingHessian < node.LeastHessian || rightH < node.LeastHessian) return new Cut(0, double.NegativeInfinity);
        var pair = score.Pair(
            Vector256.Create(feature.MissingGradient), Vector256.Create(feature.MissingHessian),
            Vector256.Create(node.Gradient - feature.MissingGradient), Vector256.Create(rightH));
        return new Cut(0, pair[0]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Prefix(Vector256<double> v)
    {
        v += Vector256.Shuffle(v, Vector256.Create(0L, 0, 1, 2)) & Vector256.Create(0L, -1, -1, -1).AsDouble();
        return v + (Vector256.Shuffle(v, Vector256.Create(0L, 1, 0, 1)) & Vector256.Create(0L, 0, -1, -1).AsDouble());
    }

    private static Cut Reduce(Vector256<double> best, Vector256<double> cuts)
    {
        var result = new Cut((int)cuts[0], best[0]);
        for (var lane = 1; lane < 4; lane++)
            if (best[lane] > result.Score || best[lane] == result.Score && cuts[lane] < result.LastLeftBin)
                result = new Cut((int)cuts[lane], best[lane]);
        return result;
    }
}
