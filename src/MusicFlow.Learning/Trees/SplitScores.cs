using System.Runtime.Intrinsics;

namespace MusicFlow.Learning.Trees;

/// <summary>How good two children are together: the sum of their structure scores (twice the loss they save).</summary>
internal interface ISplitScore
{
    /// <summary>The scores of four pairs of children. A pair with an empty child may give anything.</summary>
    Vector256<double> Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH);
}

/// <summary>T(G)² / (H + λ) with the soft threshold T(G) = max(|G| − α, 0): Chen &amp; Guestrin 2016, eq. 6, with L1.</summary>
internal readonly struct NewtonScore(double l1, double l2) : ISplitScore
{
    private readonly Vector256<double> l1 = Vector256.Create(l1);
    private readonly Vector256<double> l2 = Vector256.Create(l2);

    /// <inheritdoc/>
    /// <remarks>One division for both: a/b + c/d = (ad + cb) / bd.</remarks>
    public Vector256<double> Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH)
    {
        var (a, c) = (Square(leftG), Square(rightG));
        var (b, d) = (leftH + l2, rightH + l2);
        return (a * d + c * b) / (b * d);
    }

    private Vector256<double> Square(Vector256<double> g)
    {
        var t = Vector256.Max(Vector256.Abs(g) - l1, Vector256<double>.Zero);
        return t * t;
    }
}

/// <summary>The score of leaf weights that may not exceed a limit: −2(Gw + α|w|) − (H + λ)w² at the clipped Newton weight w.</summary>
internal readonly struct ClippedScore(double l1, double l2, double limit) : ISplitScore
{
    private readonly Vector256<double> l1 = Vector256.Create(l1);
    private readonly Vector256<double> l2 = Vector256.Create(l2);
    private readonly Vector256<double> limit = Vector256.Create(limit);

    /// <inheritdoc/>
    public Vector256<double> Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH) =>
        One(leftG, leftH + l2) + One(rightG, rightH + l2);

    // With t = T(G), the weight is t / d against the gradient's sign, so that Gw + α|w| = −t|w|.
    private Vector256<double> One(Vector256<double> g, Vector256<double> d)
    {
        var t = Vector256.Max(Vector256.Abs(g) - l1, Vector256<double>.Zero);
        var w = Vector256.Min(t / d, limit);
        return (t + t - d * w) * w;
    }
}
