using System.Numerics;
using System.Runtime.CompilerServices;

namespace MusicFlow.Learning.Networks;

/// <summary>A matrix as the left factor of a product: any strides, so that a transposed view costs no copy.</summary>
internal readonly ref struct Factor(ReadOnlySpan<float> values, int rows, int columns)
{
    public ReadOnlySpan<float> Values { get; } = values;
    public int Rows { get; private init; } = rows;
    public int Columns { get; private init; } = columns;
    public int RowStride { get; private init; } = columns;
    public int ColumnStride { get; private init; } = 1;

    public Factor Transposed => this with { Rows = Columns, Columns = Rows, RowStride = ColumnStride, ColumnStride = RowStride };
}

/// <summary>Dense matrix products in float32.</summary>
/// <remarks>
/// Each element is one chain of fused multiply-adds in the order of the inner index. Vector lanes run over the columns of the
/// result and are never added up, so the value depends neither on the vector width nor on the blocking nor on the number of rows.
/// </remarks>
internal static class Product
{
    /// <summary>result = left · right.</summary>
    /// <param name="left">Shape [rows × inner].</param>
    /// <param name="right">Row-major, shape [inner × columns].</param>
    /// <param name="columns">Columns of <paramref name="right"/> and of the result.</param>
    /// <param name="result">Row-major, shape [rows × columns]; overwritten.</param>
    public static void Into(Factor left, ReadOnlySpan<float> right, int columns, Span<float> result)
    {
        // The kernels below read without bounds checks; this is the one place that proves their indices.
        var last = (left.Rows - 1) * left.RowStride + (left.Columns - 1) * left.ColumnStride;
        if (left.Rows > 0 && last >= left.Values.Length || right.Length != left.Columns * columns || result.Length != left.Rows * columns)
            throw new ArgumentException("The shapes of the factors do not fit.", nameof(left));
        var row = 0;
        for (; row + 4 <= left.Rows; row += 4) FourRows(left, row, right, columns, result);
        for (; row < left.Rows; row++) OneRow(left, row, right, columns, result);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FourRows(Factor left, int row, ReadOnlySpan<float> right, int columns, Span<float> result)
    {
        var (width, stride) = (Vector<float>.Count, left.ColumnStride);
        var column = 0;
        fixed (float* l = left.Values, r = right, c = result)
        {
            float* l0 = l + row * left.RowStride, l1 = l0 + left.RowStride, l2 = l1 + left.RowStride, l3 = l2 + left.RowStride;
            var to = c + row * columns;
            for (; column + 2 * width <= columns; column += 2 * width)
            {
                Vector<float> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
                var from = r + column;
                for (var k = 0; k < left.Columns; k++, from += columns)
                {
                    Vector<float> x = Vector.Load(from), y = Vector.Load(from + width);
                    Vector<float> f0 = new(l0[k * stride]), f1 = new(l1[k * stride]), f2 = new(l2[k * stride]), f3 = new(l3[k * stride]);
                    a0 = Vector.FusedMultiplyAdd(f0, x, a0);
                    a1 = Vector.FusedMultiplyAdd(f0, y, a1);
                    b0 = Vector.FusedMultiplyAdd(f1, x, b0);
                    b1 = Vector.FusedMultiplyAdd(f1, y, b1);
                    c0 = Vector.FusedMultiplyAdd(f2, x, c0);
                    c1 = Vector.FusedMultiplyAdd(f2, y, c1);
                    d0 = Vector.FusedMultiplyAdd(f3, x, d0);
                    d1 = Vector.FusedMultiplyAdd(f3, y, d1);
                }
                Store(a0, a1, to + column);
                Store(b0, b1, to + columns + column);
                Store(c0, c1, to + 2 * columns + column);
                Store(d0, d1, to + 3 * columns + column);
            }
        }
        for (var i = row; i < row + 4; i++) Tail(left, i, right, column, result.Slice(i * columns, columns));
    }

    private static unsafe void OneRow(Factor left, int row, ReadOnlySpan<float> right, int columns, Span<float> result)
    {
        var width = Vector<float>.Count;
        var column = 0;
        fixed (float* l = left.Values, r = right, c = result)
        {
            var factors = l + row * left.RowStride;
            for (; column + 2 * width <= columns; column += 2 * width)
            {
                Vector<float> a0 = default, a1 = default;
                var from = r + column;
                for (var k = 0; k < left.Columns; k++, from += columns)
                {
                    var factor = new Vector<float>(factors[k * left.ColumnStride]);
                    a0 = Vector.FusedMultiplyAdd(factor, Vector.Load(from), a0);
                    a1 = Vector.FusedMultiplyAdd(factor, Vector.Load(from + width), a1);
                }
                Store(a0, a1, c + row * columns + column);
            }
        }
        Tail(left, row, right, column, result.Slice(row * columns, columns));
    }

    private static unsafe void Store(Vector<float> first, Vector<float> second, float* to)
    {
        first.Store(to);
        second.Store(to + Vector<float>.Count);
    }

    /// <summary>The columns that fill no pair of vectors, one by one, with the same chain of operations.</summary>
    private static void Tail(Factor left, int row, ReadOnlySpan<float> right, int column, Span<float> result)
    {
        for (; column < result.Length; column++)
        {
            float sum = 0;
            var at = row * left.RowStride;
            for (var k = 0; k < left.Columns; k++, at += left.ColumnStride)
                sum = MathF.FusedMultiplyAdd(left.Values[at], right[k * result.Length + column], sum);
            result[column] = sum;
        }
    }
}
