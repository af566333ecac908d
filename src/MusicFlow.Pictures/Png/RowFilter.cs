using System.Buffers;
using System.Numerics;

namespace MusicFlow.Pictures.Png;

/// <summary>Chooses how a row of a PNG is told from its neighbours: the way with the smallest sum of differences.</summary>
/// <param name="length">Bytes of a row.</param>
/// <param name="pixel">Bytes of a pixel.</param>
internal sealed class RowFilter(int length, int pixel) : IDisposable
{
    const byte Sub = 1;
    const byte Up = 2;

    readonly byte[] toLeft = ArrayPool<byte>.Shared.Rent(length + 1);
    readonly byte[] toAbove = ArrayPool<byte>.Shared.Rent(length + 1);

    /// <summary>The row with its filter's number before it; valid until the next call.</summary>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above it, zeros for the first.</param>
    public ReadOnlySpan<byte> Choose(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var left = toLeft.AsSpan(0, length + 1);
        var up = toAbove.AsSpan(0, length + 1);
        left[0] = Sub;
        row[..pixel].CopyTo(left[1..]);
        var byLeft = Subtract(row[pixel..], row[..^pixel], left[(1 + pixel)..]);
        up[0] = Up;
        var byAbove = Subtract(row, above, up[1..]);
        return byAbove <= byLeft ? up : left;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(toLeft);
        ArrayPool<byte>.Shared.Return(toAbove);
    }

    /// <summary>Differences of bytes, and the sum of their magnitudes.</summary>
    static long Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> from, Span<byte> to)
    {
        var sum = 0L;
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            var difference = new Vector<byte>(row[i..]) - new Vector<byte>(from[i..]);
            difference.CopyTo(to[i..]);
            var magnitude = Vector.Min(difference, Vector<byte>.Zero - difference);
            Vector.Widen(magnitude, out var low, out var high);
            sum += Vector.Sum(low + high);
        }
        for (; i < row.Length; i++)
        {
            to[i] = (byte)(row[i] - from[i]);
            sum += Math.Abs((sbyte)to[i] == sbyte.MinValue ? sbyte.MaxValue : (sbyte)to[i]);
        }
        return sum;
    }
}
