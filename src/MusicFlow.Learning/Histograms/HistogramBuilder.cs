using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Histograms;

/// <summary>Builds the histogram of a set of rows, on several threads when the set is large.</summary>
/// <remarks>The threads add whole numbers, so their order does not show. One builder serves one tree at a time.</remarks>
internal sealed unsafe class HistogramBuilder : IDisposable
{
    private const int BlocksPerThread = 2;
    private readonly BinnedMatrix bins;
    private readonly AlignedBuffer<long>[] packed;
    private readonly Histogram[] parts;

    /// <param name="bins">The training table.</param>
    /// <param name="threads">≥ 1.</param>
    public HistogramBuilder(BinnedMatrix bins, int threads)
    {
        this.bins = bins;
        packed = new AlignedBuffer<long>[threads];
        parts = new Histogram[threads];
        for (var t = 0; t < threads; t++)
        {
            packed[t] = new AlignedBuffer<long>((nint)bins.Layout.Columns.Length * HistogramKernel.ColumnSlots);
            if (t > 0) parts[t] = new Histogram(bins.Layout.Slots);
        }
    }

    /// <summary>Replaces <paramref name="target"/> by the histogram of the rows.</summary>
    /// <param name="gradients">Of the whole table.</param>
    /// <param name="rows">Row indices, each below the table's rows; <see langword="null"/> means rows 0 … <paramref name="count"/> − 1.</param>
    /// <param name="count">Number of rows, ≥ 0.</param>
    /// <param name="target">Its entries are replaced.</param>
    /// <returns>The rows' exact sums.</returns>
    public GradientSums Build(GradientTable gradients, int* rows, int count, Histogram target)
    {
        var blocks = (count + HistogramKernel.BlockRows - 1) / HistogramKernel.BlockRows;
        var workers = Math.Clamp(blocks / BlocksPerThread, 1, packed.Length);
        if (workers == 1) return BuildPart(gradients, rows, 0, count, target, 0);

        var sums = new GradientSums[workers];
        Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, worker =>
        {
            var first = (int)((long)blocks * worker / workers) * HistogramKernel.BlockRows;
            var end = Math.Min(count, (int)((long)blocks * (worker + 1) / workers) * HistogramKernel.BlockRows);
            sums[worker] = BuildPart(gradients, rows, first, end - first, worker == 0 ? target : parts[worker], worker);
        });
        for (var worker = 1; worker < workers; worker++)
        {
            target.Add(parts[worker]);
            sums[0] += sums[worker];
        }
        return sums[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var buffer in packed) buffer.Dispose();
        foreach (var part in parts) part?.Dispose();
    }

    private GradientSums BuildPart(GradientTable gradients, int* rows, int first, int count, Histogram target, int worker)
    {
        var table = new RowTable(bins.ByRow, bins.RowStride, bins.Layout.Columns.Length, gradients.Pairs);
        var scratch = packed[worker].Pointer;
        var sums = new GradientSums();
        for (var done = 0; done < count || done == 0; done += HistogramKernel.BlockRows)
        {
            var block = Math.Min(HistogramKernel.BlockRows, count - done);
            sums += rows == null
                ? HistogramKernel.AddRange(table, first + done, block, scratch)
                : HistogramKernel.AddRows(table, rows + first + done, block, scratch);
            Flush(scratch, target, add: done > 0);
        }
        return sums;
    }

    private void Flush(long* scratch, Histogram target, bool add)
    {
        foreach (var column in bins.Layout.Columns)
        {
            HistogramKernel.Flush(scratch, target.Gradients + column.FirstSlot, target.Hessians + column.FirstSlot, column.Slots, add);
            scratch += HistogramKernel.ColumnSlots;
        }
    }
}
