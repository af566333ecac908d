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

/// <summary>A candidate split of one feature: bins 1 … <paramref name="LastLeftBin"/> go left, the missing ones where <paramref name="MissingLeft"/> says.</summary>
internal readonly record struct Cut(int LastLeftBin, bool MissingLeft, double Score);

/// <summary>Walks over the cuts of one feature, four at a time, with the missing samples on either side, and keeps the best.</summary>
internal static unsafe class SplitScan
{
    /// <summary>The best cut whose score exceeds that of <paramref name="best"/>, else <paramref name="best"/> itself. Of equals the first cut wins, and missing on the right.</summary>
    /// <param name="feature">The feature's part of the histogram.</param>
    /// <param name="node">The node's totals.</param>
    /// <param name="score">What to maximise.</param>
    /// <param name="best">The score to beat.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static Cut Best<TScore>(in FeatureSums feature, in NodeSums node, TScore score, Cut best) where TScore : struct, ISplitScore
    {
        var (totalG, totalH, least) = (Vector256.Create(node.Gradient), Vector256.Create(node.Hessian), Vector256.Create(node.LeastHessian));
        var (carryG, carryH) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var (missingG, missingH) = (Vector256.Create(feature.MissingGradient), Vector256.Create(feature.MissingHessian));
        var right = new Lanes(best.Score);
        var left = new Lanes(best.Score);
        var cut = Vector256.Create(1.0, 2, 3, 4);
        var last = Vector256.Create((double)feature.Bins - 1);
        var hasMissing = feature.HasMissing;
        for (var i = 0; i < feature.Bins - 1; i += 4)
        {
            var leftG = Prefix(Vector256.Load(feature.Gradients + i)) + carryG;
            var leftH = Prefix(Vector256.Load(feature.Hessians + i)) + carryH;
            carryG = Vector256.Shuffle(leftG, Vector256.Create(3L, 3, 3, 3));
            carryH = Vector256.Shuffle(leftH, Vector256.Create(3L, 3, 3, 3));
            var within = Vector256.LessThanOrEqual(cut, last);
            var rightH = totalH - leftH;
            right.Keep(score.Pair(leftG, leftH, totalG - leftG, rightH), cut, within & Vector256.GreaterThanOrEqual(leftH, least) & Vector256.GreaterThanOrEqual(rightH, least));
            if (hasMissing)
            {
                (leftG, leftH, rightH) = (leftG + missingG, leftH + missingH, rightH - missingH);
                left.Keep(score.Pair(leftG, leftH, totalG - leftG, rightH), cut, within & Vector256.GreaterThanOrEqual(leftH, least) & Vector256.GreaterThanOrEqual(rightH, least));
            }
            cut += Vector256.Create(4.0);
        }
        return hasMissing ? left.Best(right.Best(best, missingLeft: false), missingLeft: true) : right.Best(best, missingLeft: false);
    }

    /// <summary>The cut that parts the missing samples (left) from all others, if it beats <paramref name="best"/>.</summary>
    public static Cut MissingAlone<TScore>(in FeatureSums feature, in NodeSums node, TScore score, Cut best) where TScore : struct, ISplitScore
    {
        var rightH = node.Hessian - feature.MissingHessian;
        if (feature.MissingHessian < node.LeastHessian || rightH < node.LeastHessian) return best;
        var pair = One(score, feature.MissingGradient, feature.MissingHessian, node.Gradient - feature.MissingGradient, rightH);
        return pair > best.Score ? new Cut(0, true, pair) : best;
    }

    /// <summary>The score of one pair of children.</summary>
    public static double One<TScore>(TScore score, double leftG, double leftH, double rightG, double rightH) where TScore : struct, ISplitScore
    {
        var pair = score.Pair(Vector256.Create(leftG), Vector256.Create(leftH), Vector256.Create(rightG), Vector256.Create(rightH));
        return pair.Over[0] / pair.Under[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Prefix(Vector256<double> v)
    {
        v += Vector256.Shuffle(v, Vector256.Create(0L, 0, 1, 2)) & Vector256.Create(0L, -1, -1, -1).AsDouble();
        return v + (Vector256.Shuffle(v, Vector256.Create(0L, 1, 0, 1)) & Vector256.Create(0L, 0, -1, -1).AsDouble());
    }

    // The best score of each lane, as a fraction, and where it was.
    private struct Lanes(double floor)
    {
        private Vector256<double> over = Vector256.Create(floor);
        private Vector256<double> under = Vector256<double>.One;
        private Vector256<double> cuts;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Keep(PairScores pairs, Vector256<double> cut, Vector256<double> allowed)
        {
            var better = allowed & Vector256.GreaterThan(pairs.Over * under, over * pairs.Under);
            over = Vector256.ConditionalSelect(better, pairs.Over, over);
            under = Vector256.ConditionalSelect(better, pairs.Under, under);
            cuts = Vector256.ConditionalSelect(better, cut, cuts);
        }

        // Handed on by value: a call on the fields themselves would force them out of the registers, for the whole loop.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Cut Best(Cut best, bool missingLeft) => Pick(over, under, cuts, best, missingLeft);

        private static Cut Pick(Vector256<double> over, Vector256<double> under, Vector256<double> cuts, Cut best, bool missingLeft)
        {
            if (!Vector256.GreaterThanAny(cuts, Vector256<double>.Zero)) return best;
            var scores = over / under;
            for (var lane = 0; lane < 4; lane++)
                if (cuts[lane] > 0 && (scores[lane] > best.Score || scores[lane] == best.Score && best.MissingLeft == missingLeft && cuts[lane] < best.LastLeftBin))
                    best = new Cut((int)cuts[lane], missingLeft, scores[lane]);
            return best;
        }
    }
}
