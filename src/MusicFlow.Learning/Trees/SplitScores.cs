using System.Runtime.Intrinsics;

namespace MusicFlow.Learning.Trees;

/// <summary>How good four pairs of children are, as fractions: comparing a/b with c/d by ad and cb spares a division per cut.</summary>
/// <param name="Over">Numerators.</param>
/// <param name="Under">Denominators; positive where both children hold anything.</param>
internal readonly record struct PairScores(Vector256<double> Over, Vector256<double> Under);

/// <summary>How good two children are together: the sum of their structure scores (twice the loss they save).</summary>
internal interface ISplitScore
{
    /// <summary>The scores of four pairs of children. A pair with an empty child may give anything.</summary>
    PairScores Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH);
}

/// <summary>G² / (H + λ): Chen &amp; Guestrin 2016, eq. 6.</summary>
internal readonly struct NewtonScore(double l2) : ISplitScore
{
    private readonly Vector256<double> l2 = Vector256.Create(l2);

    /// <inheritdoc/>
    /// <remarks>a²/b + c²/d = (a²d + c²b) / bd.</remarks>
    public PairScores Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH)
    {
        var (b, d) = (leftH + l2, rightH + l2);
        return new PairScores(leftG * leftG * d + rightG * rightG * b, b * d);
    }
}

/// <summary>The same with an L1 penalty: |G| is replaced by max(|G| − α, 0).</summary>
internal readonly struct SparseScore(double l1, double l2) : ISplitScore
{
    private readonly Vector256<double> l1 = Vector256.Create(l1);
    private readonly NewtonScore newton = new(l2);

    /// <inheritdoc/>
    public PairScores Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH) =>
        newton.Pair(Shrink(leftG), leftH, Shrink(rightG), rightH);

    private Vector256<double> Shrink(Vector256<double> g) => Vector256.Max(Vector256.Abs(g) - l1, Vector256<double>.Zero);
}

/// <summary>The score of leaf weights that may not exceed a limit: −2(Gw + α|w|) − (H + λ)w² at the clipped Newton weight w.</summary>
internal readonly struct ClippedScore(double l1, double l2, double limit) : ISplitScore
{
    private readonly Vector256<double> l1 = Vector256.Create(l1);
    private readonly Vector256<double> l2 = Vector256.Create(l2);
    private readonly Vector256<double> limit = Vector256.Create(limit);

    /// <inheritdoc/>
    public PairScores Pair(Vector256<double> leftG, Vector256<double> leftH, Vector256<double> rightG, Vector256<double> rightH) =>
        new(One(leftG, leftH + l2) + One(rightG, rightH + l2), Vector256<double>.One);

    // With t = max(|G| − α, 0), the weight is t / d against the gradient's sign, so that Gw + α|w| = −t|w|.
    private Vector256<double> One(Vector256<double> g, Vector256<double> d)
    {
        var t = Vector256.Max(Vector256.Abs(g) - l1, Vector256<double>.Zero);
        var w = Vector256.Min(t / d, limit);
        return (t + t - d * w) * w;
    }
}
