using System.Runtime.Intrinsics;
using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Histograms;

/// <summary>Gradient and hessian of every row as a pair of 31-bit integers: the low half of a 64-bit word is the gradient, the high half the hessian.</summary>
/// <remarks>Integers make every sum exact, so that neither threads nor the order of growth can change a model. Not thread-safe; disjoint stretches may be written at once.</remarks>
internal sealed unsafe class GradientTable(int rows) : IDisposable
{
    private readonly AlignedBuffer<long> pairs = new(rows);

    /// <summary>Number of rows.</summary>
    public int Rows => rows;

    /// <summary>One pair per row.</summary>
    public long* Pairs => pairs.Pointer;

    /// <summary>Scale of the gradients.</summary>
    public FixedPoint GradientScale { get; set; }

    /// <summary>Scale of the hessians.</summary>
    public FixedPoint HessianScale { get; set; }

    /// <summary>Sums over all rows.</summary>
    public GradientSums Total { get; set; }

    /// <summary>Writes a stretch of rows.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="gradients">Within ± <see cref="FixedPoint.Limit"/> at <see cref="GradientScale"/>.</param>
    /// <param name="hessians">As long; ≥ 0 and within the limit at <see cref="HessianScale"/>.</param>
    /// <returns>Their sums.</returns>
    public GradientSums Write(int first, ReadOnlySpan<float> gradients, ReadOnlySpan<float> hessians)
    {
        var target = pairs.Slice(first, gradients.Length);
        var (scaleG, scaleH) = (GradientScale.Scale, HessianScale.Scale);
        var (sumsG, sumsH) = (Vector256<long>.Zero, Vector256<long>.Zero);
        var i = 0;
        for (; i <= gradients.Length - 8; i += 8)
        {
            var g = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(gradients[i..]) * scaleG));
            var h = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(hessians[i..]) * scaleH));
            var (gLow, gHigh, hLow, hHigh) = (Vector256.WidenLower(g), Vector256.WidenUpper(g), Vector256.WidenLower(h), Vector256.WidenUpper(h));
            (Vector256.WidenLower(g.AsUInt32()).AsInt64() | (hLow << 32)).CopyTo(target[i..]);
            (Vector256.WidenUpper(g.AsUInt32()).AsInt64() | (hHigh << 32)).CopyTo(target[(i + 4)..]);
            sumsG += gLow + gHigh;
            sumsH += hLow + hHigh;
        }
        var sums = new GradientSums(Vector256.Sum(sumsG), Vector256.Sum(sumsH));
        for (; i < gradients.Length; i++)
        {
            var (g, h) = ((int)MathF.Round(gradients[i] * scaleG), (int)MathF.Round(hessians[i] * scaleH));
            target[i] = (uint)g | ((long)h << 32);
            sums += new GradientSums(g, h);
        }
        return sums;
    }

    /// <inheritdoc/>
    public void Dispose() => pairs.Dispose();
}
