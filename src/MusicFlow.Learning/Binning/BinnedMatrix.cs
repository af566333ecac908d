using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Binning;

/// <summary>The training table as bytes, twice: by rows for histograms (features packed into columns), by features for partitioning.</summary>
/// <remarks>Immutable after <see cref="Build"/>; safe to share between threads until disposed.</remarks>
internal sealed unsafe class BinnedMatrix : IDisposable
{
    private const int BlockRows = 512;
    private readonly AlignedBuffer<byte> byRow;
    private readonly AlignedBuffer<byte> byFeature;

    private BinnedMatrix(int rows, BinMapper mapper, ColumnLayout layout, AlignedBuffer<byte> byRow, AlignedBuffer<byte> byFeature) =>
        (Rows, Mapper, Layout, this.byRow, this.byFeature, RowStride) = (rows, mapper, layout, byRow, byFeature, Stride(layout.Columns.Length));

    /// <summary>Number of samples.</summary>
    public int Rows { get; }

    /// <summary>The cuts that made the bins.</summary>
    public BinMapper Mapper { get; }

    /// <summary>Which features share a byte of a row.</summary>
    public ColumnLayout Layout { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int RowStride { get; }

    /// <summary>Codes by row, shape [rows × <see cref="RowStride"/>], one byte per column of <see cref="Layout"/>.</summary>
    public byte* ByRow => byRow.Pointer;

    /// <summary>Bins of one feature, length rows.</summary>
    public byte* Feature(int feature) => byFeature.Pointer + (nint)feature * Rows;

    /// <summary>Bins a table.</summary>
    public static BinnedMatrix Build(FeatureMatrix features, BinMapper mapper, int threads)
    {
        var columns = new AlignedBuffer<byte>((nint)features.Rows * features.Features);
        var binners = new ColumnBinner[features.Features];
        for (var f = 0; f < binners.Length; f++) binners[f] = new ColumnBinner(mapper.Cuts(f));
        var blocks = (features.Rows + BlockRows - 1) / BlockRows;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var missing = new bool[features.Features];
        Parallel.For(0, blocks, options, block => BinBlock(features, binners, columns, block * BlockRows, missing));

        var layout = ColumnLayout.Pack(mapper, missing);
        var packed = new AlignedBuffer<byte>((nint)features.Rows * Stride(layout.Columns.Length));
        var matrix = new BinnedMatrix(features.Rows, mapper, layout, packed, columns);
        Parallel.For(0, blocks, options, block => matrix.PackBlock(block * BlockRows));
        return matrix;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        byRow.Dispose();
        byFeature.Dispose();
    }

    // Up to a cache line a row is a power of two, so that no row lies across two lines; beyond, a whole number of words.
    private static int Stride(int columns)
    {
        var stride = 8;
        while (stride < columns && stride < 64) stride *= 2;
        return columns <= stride ? stride : (columns + 7) & ~7;
    }

    private static void BinBlock(FeatureMatrix features, ColumnBinner[] binners, AlignedBuffer<byte> columns, int first, bool[] missing)
    {
        var count = Math.Min(BlockRows, features.Rows - first);
        Span<float> values = stackalloc float[BlockRows];
        for (var f = 0; f < binners.Length; f++)
        {
            var source = features.Values.AsSpan(first * features.Features + f);
            for (var i = 0; i < count; i++) values[i] = source[i * features.Features];
            var bins = columns.Slice((nint)f * features.Rows + first, count);
            binners[f].Bin(values[..count], bins);
            if (bins.Contains((byte)0)) missing[f] = true;
        }
    }

    private void PackBlock(int first)
    {
        var count = Math.Min(BlockRows, Rows - first);
        Span<byte> codes = stackalloc byte[BlockRows];
        for (var c = 0; c < Layout.Columns.Length; c++)
        {
            codes[..count].Clear();
            foreach (var member in Layout.Columns[c].Members)
            {
                var bins = Feature(member.Feature) + first;
                for (var i = 0; i < count; i++) codes[i] += (byte)((bins[i] - member.FirstBin) * member.Stride);
            }
            var row = byRow.Pointer + (nint)first * RowStride + c;
            for (var i = 0; i < count; i++) row[(nint)i * RowStride] = codes[i];
        }
    }
}
