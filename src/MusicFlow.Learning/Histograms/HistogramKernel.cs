using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MusicFlow.Learning.Histograms;

/// <summary>The inner loops of histogram building. Callers vouch for the pointers: every row index is below the table's rows, every code below 256.</summary>
/// <remarks>
/// One 64-bit addition updates gradient and hessian at once: the gradient, rounded to 19 bits, stands in the upper half and the hessian, not
/// negative, in the lower. <see cref="BlockRows"/> rows of them can overflow neither half; then <see cref="Flush"/> moves the sums on.
/// </remarks>
internal static unsafe class HistogramKernel
{
    /// <summary>Rows after which the packed sums must be flushed.</summary>
    public const int BlockRows = 8192;

    /// <summary>Packed sums per column: 256 codes, and one cache line more so that equal codes of all columns do not compete for the same cache set.</summary>
    public const int ColumnSlots = 256 + 8;

    private const int PrefetchDistance = 24;
    private const int HalfCoarse = 1 << (FixedPoint.CoarseBits - 1);

    /// <summary>Adds a block of consecutive rows to the packed sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static GradientSums AddRange(in RowTable table, int first, int count, long* packed)
    {
        long sumG = 0, sumH = 0;
        var bins = table.Bins + first * table.Stride;
        for (var i = first; i < first + count; i++)
        {
            var pair = table.Pairs[i];
            sumG += (int)pair;
            sumH += pair >> 32;
            AddRow(bins, table.Columns, packed, Pack(pair));
            bins += table.Stride;
        }
        return new GradientSums(sumG, sumH);
    }

    /// <summary>Adds a block of chosen rows to the packed sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static GradientSums AddRows(in RowTable table, int* rows, int count, long* packed)
    {
        long sumG = 0, sumH = 0;
        var ahead = Sse.IsSupported ? rows + count - PrefetchDistance : rows;
        for (var end = rows + count; rows < end; rows++)
        {
            if (rows < ahead) Prefetch(table, rows[PrefetchDistance]);
            var row = (nint)(uint)*rows;
            var pair = table.Pairs[row];
            sumG += (int)pair;
            sumH += pair >> 32;
            AddRow(table.Bins + row * table.Stride, table.Columns, packed, Pack(pair));
        }
        return new GradientSums(sumG, sumH);
    }

    /// <summary>Sums gradients and hessians of chosen rows without a histogram.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static GradientSums SumRows(long* pairs, int* rows, int count)
    {
        long sumG = 0, sumH = 0;
        for (var i = 0; i < count; i++)
        {
            var pair = pairs[rows[i]];
            sumG += (int)pair;
            sumH += pair >> 32;
        }
        return new GradientSums(sumG, sumH);
    }

    /// <summary>Moves the packed sums of one column to a histogram and clears them.</summary>
    /// <param name="packed">The column's packed sums.</param>
    /// <param name="gradients">The column's gradient entries.</param>
    /// <param name="hessians">The column's hessian entries.</param>
    /// <param name="slots">Number of codes, rounded up to a multiple of eight.</param>
    /// <param name="add">Whether to add to the entries or to replace them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Flush(long* packed, double* gradients, double* hessians, int slots, bool add)
    {
        // A whole number n < 2^52 in the low bits of 2^52 reads as 2^52 + n; the gradient is first lifted by 2^31 to be positive.
        var magic = Vector256.Create(0x4330000000000000);
        var (offsetG, offsetH) = (Vector256.Create(4503599627370496.0 + 2147483648.0), Vector256.Create(4503599627370496.0));
        var (sign, low) = (Vector256.Create(long.MinValue), Vector256.Create(0xFFFFFFFFL));
        for (var i = 0; i < slots; i += 4)
        {
            var sums = Vector256.Load(packed + i);
            Vector256<long>.Zero.Store(packed + i);
            var g = (((sums ^ sign) >>> 32) | magic).AsDouble() - offsetG;
            var h = ((sums & low) | magic).AsDouble() - offsetH;
            if (add)
            {
                g += Vector256.Load(gradients + i);
                h += Vector256.Load(hessians + i);
            }
            g.Store(gradients + i);
            h.Store(hessians + i);
        }
    }

    /// <summary>Takes <paramref name="part"/> from <paramref name="whole"/>, entry by entry.</summary>
    /// <param name="whole">Entries to take from.</param>
    /// <param name="part">Entries to take away.</param>
    /// <param name="length">A multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Subtract(double* whole, double* part, int length)
    {
        for (var i = 0; i < length; i += 4) (Vector256.Load(whole + i) - Vector256.Load(part + i)).Store(whole + i);
    }

    /// <summary>Adds <paramref name="part"/> to <paramref name="whole"/>, entry by entry.</summary>
    /// <param name="whole">Entries to add to.</param>
    /// <param name="part">Entries to add.</param>
    /// <param name="length">A multiple of eight.</param>
    public static void Add(double* whole, double* part, int length)
    {
        for (var i = 0; i < length; i += 4) (Vector256.Load(whole + i) + Vector256.Load(part + i)).Store(whole + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Pack(long pair) =>
        ((long)(((int)pair + HalfCoarse) >> FixedPoint.CoarseBits) << 32) + (((int)(pair >> 32) + HalfCoarse) >> FixedPoint.CoarseBits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(in RowTable table, nint row)
    {
        Sse.Prefetch0(table.Bins + row * table.Stride);
        Sse.Prefetch0(table.Pairs + row);
    }

    // Written so that the compiler makes it one address and one addition to memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(long* packed, nuint code, int column, long pair)
    {
        var sums = packed + code;
        sums[column * ColumnSlots] += pair;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(byte* bins, int columns, long* packed, long pair)
    {
        const int s = ColumnSlots;
        var end = bins + (columns & ~7);
        for (; bins < end; bins += 8, packed += 8 * s)
        {
            Add(packed, bins[0], 0, pair);
            Add(packed, bins[1], 1, pair);
            Add(packed, bins[2], 2, pair);
            Add(packed, bins[3], 3, pair);
            Add(packed, bins[4], 4, pair);
            Add(packed, bins[5], 5, pair);
            Add(packed, bins[6], 6, pair);
            Add(packed, bins[7], 7, pair);
        }
        if ((columns & 4) != 0)
        {
            Add(packed, bins[0], 0, pair);
            Add(packed, bins[1], 1, pair);
            Add(packed, bins[2], 2, pair);
            Add(packed, bins[3], 3, pair);
            bins += 4;
            packed += 4 * s;
        }
        if ((columns & 2) != 0)
        {
            Add(packed, bins[0], 0, pair);
            Add(packed, bins[1], 1, pair);
            bins += 2;
            packed += 2 * s;
        }
        if ((columns & 1) != 0) Add(packed, bins[0], 0, pair);
    }
}
