using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MusicFlow.Learning.Binning;

/// <summary>Finds the bins of many values of one feature by a binary search without branches.</summary>
internal sealed unsafe class ColumnBinner
{
    private readonly float[] padded;
    private readonly int firstStep;

    /// <param name="cuts">Ascending, at most 254.</param>
    public ColumnBinner(ReadOnlySpan<float> cuts)
    {
        var length = 1;
        while (length <= cuts.Length) length *= 2;
        padded = new float[length];
        Array.Fill(padded, float.PositiveInfinity);
        cuts.CopyTo(padded);
        firstStep = length / 2;
    }

    /// <summary>Writes the bin of each value: 0 for NaN, else 1 + the number of cuts ≤ the value.</summary>
    /// <param name="values">Finite or NaN.</param>
    /// <param name="bins">As long as <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="bins"/> is shorter than <paramref name="values"/>.</exception>
    public void Bin(ReadOnlySpan<float> values, Span<byte> bins)
    {
        if (bins.Length < values.Length) throw new ArgumentException("There is no room for every bin.", nameof(bins));
        fixed (float* v = values, c = padded)
        fixed (byte* b = bins)
        {
            var done = Avx2.IsSupported ? BinVectors(v, c, b, values.Length) : 0;
            for (var i = done; i < values.Length; i++) b[i] = BinOne(v[i], c);
        }
    }

    private byte BinOne(float value, float* cuts)
    {
        var below = 0;
        for (var step = firstStep; step > 0; step >>= 1)
            below += cuts[below + step - 1] <= value ? step : 0;
        return (byte)(float.IsNaN(value) ? 0 : below + 1);
    }

    // Positions stay below the padded length: each step adds at most its own half of what is left.
    private int BinVectors(float* values, float* cuts, byte* bins, int count)
    {
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            var x = Vector256.Load(values + i);
            var y = Vector256.Load(values + i + 8);
            var (p, q) = (Vector256<int>.Zero, Vector256<int>.Zero);
            for (var step = firstStep; step > 0; step >>= 1)
            {
                var s = Vector256.Create(step);
                p += (Vector256.LessThanOrEqual(Avx2.GatherVector256(cuts + step - 1, p, 4), x).AsInt32() & s);
                q += (Vector256.LessThanOrEqual(Avx2.GatherVector256(cuts + step - 1, q, 4), y).AsInt32() & s);
            }
            p = (p + Vector256<int>.One) & Vector256.Equals(x, x).AsInt32();
            q = (q + Vector256<int>.One) & Vector256.Equals(y, y).AsInt32();
            var shorts = Vector256.Narrow(p, q).AsUInt16();
            Vector128.Narrow(shorts.GetLower(), shorts.GetUpper()).Store(bins + i);
        }
        return i;
    }
}
