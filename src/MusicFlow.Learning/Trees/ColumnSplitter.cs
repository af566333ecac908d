using MusicFlow.Learning.Binning;

namespace MusicFlow.Learning.Trees;

/// <summary>Takes the joint codes of a column apart again: sums of one member over all codes of the others.</summary>
/// <remarks>Works from the member with the largest stride down; each step leaves a table that is shorter by that member's radix. Not thread-safe.</remarks>
internal sealed unsafe class ColumnSplitter
{
    private const int Size = 256 + 8;
    private readonly double[] rest = new double[Size];
    private readonly double[] sums = new double[Size];

    /// <summary>The sums of each member, from the last to the first.</summary>
    /// <param name="column">The column.</param>
    /// <param name="source">One entry per code of the column.</param>
    /// <param name="target">Per member <see cref="Size"/> entries; the member's own sums come first in its stretch.</param>
    public void Split(Column column, double* source, double[] target)
    {
        new ReadOnlySpan<double>(source, column.Codes).CopyTo(rest);
        for (var m = column.Members.Length - 1; m >= 0; m--)
        {
            var (radix, stride) = (column.Members[m].Radix, column.Members[m].Stride);
            var own = target.AsSpan(m * Size, Size);
            sums.AsSpan(0, stride).Clear();
            for (var digit = 0; digit < radix; digit++)
            {
                var total = 0.0;
                var part = rest.AsSpan(digit * stride, stride);
                for (var i = 0; i < part.Length; i++)
                {
                    total += part[i];
                    sums[i] += part[i];
                }
                own[digit] = total;
            }
            sums.AsSpan(0, stride).CopyTo(rest);
        }
    }

    /// <summary>Room for the sums of every member of a column.</summary>
    public static double[] Room(ColumnLayout layout) => new double[layout.Columns.Max(column => column.Members.Length) * Size];

    /// <summary>Where a member's sums begin in the target.</summary>
    public static int Offset(int member) => member * Size;
}
