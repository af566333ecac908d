using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Trees;

/// <summary>Keeps the row indices of every node together: a node's rows are a stretch, ascending, and splitting a node sorts its stretch into two.</summary>
/// <remarks>Stable, hence the same at any thread count. Not thread-safe.</remarks>
internal sealed unsafe class RowPartition : IDisposable
{
    private const int ChunkRows = 1 << 16;
    private readonly BinnedMatrix bins;
    private readonly int threads;
    private readonly AlignedBuffer<int> rows;
    private readonly AlignedBuffer<int> swap;

    /// <param name="bins">The training table.</param>
    /// <param name="threads">≥ 1.</param>
    public RowPartition(BinnedMatrix bins, int threads)
    {
        (this.bins, this.threads) = (bins, threads);
        rows = new AlignedBuffer<int>((nint)bins.Rows + PartitionKernel.Slack);
        swap = new AlignedBuffer<int>((nint)bins.Rows + PartitionKernel.Slack);
    }

    /// <summary>Puts all rows into one stretch again.</summary>
    public void Reset()
    {
        for (var i = 0; i < bins.Rows; i++) rows.Pointer[i] = i;
    }

    /// <summary>The first row index of a stretch.</summary>
    public int* From(int start) => rows.Pointer + start;

    /// <summary>The row indices of a stretch.</summary>
    public ReadOnlySpan<int> Rows(int start, int count) => rows.Slice(start, count);

    /// <summary>Sorts a stretch into the rows that go left and, behind them, those that go right.</summary>
    /// <returns>How many go left.</returns>
    public int Split(int start, int count, int feature, LeftRule rule)
    {
        var chunks = threads == 1 ? 1 : Math.Clamp(count / ChunkRows, 1, threads);
        if (chunks > 1) return SplitInChunks(start, count, feature, rule, chunks);

        var left = PartitionKernel.Split(bins.Feature(feature), rule, From(start), count, swap.Pointer);
        swap.Slice(0, count - left).CopyTo(rows.Slice(start + left, count - left));
        return left;
    }

    // The slack of one chunk's left side would reach into the next chunk, which is read at the same time: so both sides go to the swap
    // buffer first, the left ones by a second look at the rule.
    private int SplitInChunks(int start, int count, int feature, LeftRule rule, int chunks)
    {
        var lefts = new int[chunks + 1];
        var column = bins.Feature(feature);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        int First(int chunk) => (int)((long)count * chunk / chunks);
        Parallel.For(0, chunks, options, chunk =>
        {
            for (var i = start + First(chunk); i < start + First(chunk + 1); i++)
                lefts[chunk + 1] += rule.Takes(column[rows.Pointer[i]]) ? 1 : 0;
        });
        for (var chunk = 0; chunk < chunks; chunk++) lefts[chunk + 1] += lefts[chunk];
        Parallel.For(0, chunks, options, chunk =>
        {
            var left = swap.Pointer + lefts[chunk];
            var right = swap.Pointer + lefts[chunks] + First(chunk) - lefts[chunk];
            for (var i = start + First(chunk); i < start + First(chunk + 1); i++)
            {
                var row = rows.Pointer[i];
                if (rule.Takes(column[row])) *left++ = row;
                else *right++ = row;
            }
        });
        swap.Slice(0, count).CopyTo(rows.Slice(start, count));
        return lefts[chunks];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rows.Dispose();
        swap.Dispose();
    }
}
