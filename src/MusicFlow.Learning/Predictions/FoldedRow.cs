using System.Numerics;
using System.Runtime.InteropServices;

namespace MusicFlow.Learning.Predictions;

/// <summary>Takes missing values out of the walk: each row is kept twice, with NaN as −∞ (which goes left everywhere) and as +∞ (right).</summary>
/// <remarks>A split then reads the copy that suits its default direction and compares once, without asking whether the value is there.</remarks>
internal static class FoldedRow
{
    /// <summary>Where a split finds its value in a folded row of <paramref name="features"/> features.</summary>
    public static int Place(int feature, bool defaultLeft, int features) => defaultLeft ? feature : features + feature;

    /// <summary>The threshold in a folded row: −∞ would not send a missing value left, the lowest finite number does and treats finite values alike.</summary>
    public static float Threshold(float condition) => float.IsNegativeInfinity(condition) ? float.MinValue : condition;

    /// <param name="row">Length features; NaN means missing.</param>
    /// <param name="folded">Length 2 × features: the copy for "missing goes left", then the one for "missing goes right".</param>
    public static void Fold(ReadOnlySpan<float> row, Span<float> folded)
    {
        Span<float> low = folded[..row.Length], high = folded.Slice(row.Length, row.Length);
        var whole = MemoryMarshal.Cast<float, Vector<float>>(row);
        var lows = MemoryMarshal.Cast<float, Vector<float>>(low);
        var highs = MemoryMarshal.Cast<float, Vector<float>>(high);
        for (var i = 0; i < whole.Length; i++)
        {
            var present = Vector.Equals(whole[i], whole[i]);
            lows[i] = Vector.ConditionalSelect(present, whole[i], new Vector<float>(float.NegativeInfinity));
            highs[i] = Vector.ConditionalSelect(present, whole[i], new Vector<float>(float.PositiveInfinity));
        }
        for (var i = whole.Length * Vector<float>.Count; i < row.Length; i++)
        {
            low[i] = float.IsNaN(row[i]) ? float.NegativeInfinity : row[i];
            high[i] = float.IsNaN(row[i]) ? float.PositiveInfinity : row[i];
        }
    }
}
