using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MusicFlow.Learning.Trees;

/// <summary>Which bins go left: those with <c>(byte)(bin − Bias) &lt; Limit</c>. One comparison covers both ways of missing values (bin 0).</summary>
internal readonly record struct LeftRule(int Bias, int Limit)
{
    /// <summary>Bins 1 … <paramref name="lastLeftBin"/> go left, and bin 0 if <paramref name="missingLeft"/>.</summary>
    public static LeftRule Of(int lastLeftBin, bool missingLeft) => missingLeft ? new(0, lastLeftBin + 1) : new(1, lastLeftBin);

    /// <summary>Whether a sample goes left.</summary>
    public bool Takes(byte bin) => (byte)(bin - Bias) < Limit;
}

/// <summary>The inner loop of partitioning. Callers vouch for the pointers.</summary>
internal static unsafe class PartitionKernel
{
    /// <summary>How many entries behind the last one may be written.</summary>
    public const int Slack = 16;

    /// <summary>Moves row indices to the front of <paramref name="rows"/> or of <paramref name="right"/>, keeping their order, without a branch.</summary>
    /// <remarks>What is overwritten has been read before: never more rows went left than were read.</remarks>
    /// <param name="bins">The feature's bins by row; three bytes behind the last may be read.</param>
    /// <param name="rule">Says which bins go left.</param>
    /// <param name="rows">The row indices; those that go left are moved to the front.</param>
    /// <param name="count">Their number.</param>
    /// <param name="right">Room for <paramref name="count"/> + <see cref="Slack"/> entries.</param>
    /// <returns>How many went left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Split(byte* bins, LeftRule rule, int* rows, int count, int* right)
    {
        var (i, l) = (0, 0);
        if (Avx512F.IsSupported)
        {
            var (bias, limit, low) = (Vector512.Create(rule.Bias), Vector512.Create(rule.Limit), Vector512.Create(0xFF));
            for (; i <= count - 16; i += 16)
            {
                var index = Vector512.Load(rows + i);
                var found = Vector512.Create(
                    Avx2.GatherVector256((int*)bins, index.GetLower(), 1),
                    Avx2.GatherVector256((int*)bins, index.GetUpper(), 1));
                var takes = Vector512.LessThan((found - bias) & low, limit);
                Avx512F.Compress(Vector512<int>.Zero, takes, index).Store(rows + l);
                Avx512F.Compress(Vector512<int>.Zero, ~takes, index).Store(right + i - l);
                l += System.Numerics.BitOperations.PopCount(takes.ExtractMostSignificantBits());
            }
        }
        for (; i < count; i++)
        {
            var row = rows[i];
            var takes = rule.Takes(bins[row]) ? 1 : 0;
            rows[l] = row;
            right[i - l] = row;
            l += takes;
        }
        return l;
    }
}
