using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Trees;

/// <summary>Takes the joint codes of a column apart again: the sums of each member, over all codes of the others.</summary>
/// <remarks>Works from the member with the largest stride down; each step leaves a table that is shorter by that member's radix. Not thread-safe.</remarks>
internal sealed unsafe class ColumnSplitter : IDisposable
{
    private const int Size = 256 + 8;
    private readonly AlignedBuffer<double> rest = new(Size);
    private readonly AlignedBuffer<double> members;

    /// <param name="layout">The columns to be taken apart.</param>
    public ColumnSplitter(ColumnLayout layout) =>
        members = new AlignedBuffer<double>((nint)layout.Columns.Max(column => column.Members.Length) * Size);

    /// <summary>The sums of a member after <see cref="Split"/>, one per bin that occurs; whole vectors behind them may be read.</summary>
    public double* Member(int member) => members.Pointer + member * Size;

    /// <summary>Takes one column apart.</summary>
    /// <param name="column">The column.</param>
    /// <param name="source">One entry per code of the column.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Split(Column column, double* source)
    {
        for (var m = column.Members.Length - 1; m > 0; m--)
        {
            Fold(source, column.Members[m].Radix, column.Members[m].Stride, Member(m));
            source = rest.Pointer;
        }
        for (var i = 0; i < column.Members[0].Radix; i++) Member(0)[i] = source[i];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rest.Dispose();
        members.Dispose();
    }

    // Adds up each block of stride entries (the member's own sums), and all blocks to one (the rest). The source may be the rest itself:
    // its first block is where the others are added.
    private void Fold(double* source, int radix, int stride, double* own)
    {
        for (var digit = 0; digit < radix; digit++, source += stride)
        {
            var sums = Vector256<double>.Zero;
            var i = 0;
            for (; i <= stride - 4; i += 4)
            {
                var part = Vector256.Load(source + i);
                sums += part;
                (digit == 0 ? part : part + Vector256.Load(rest.Pointer + i)).Store(rest.Pointer + i);
            }
            own[digit] = Vector256.Sum(sums);
            for (; i < stride; i++)
            {
                own[digit] += source[i];
                rest.Pointer[i] = digit == 0 ? source[i] : rest.Pointer[i] + source[i];
            }
        }
    }
}
