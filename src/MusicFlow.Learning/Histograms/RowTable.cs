namespace MusicFlow.Learning.Histograms;

/// <summary>What the histogram kernel reads of a row: its codes and its gradient pair.</summary>
/// <param name="bins">Codes by row.</param>
/// <param name="stride">Bytes from one row to the next.</param>
/// <param name="columns">Codes per row.</param>
/// <param name="pairs">Gradient pairs by row (<see cref="GradientTable"/>).</param>
internal readonly unsafe struct RowTable(byte* bins, nint stride, int columns, long* pairs)
{
    /// <summary>Codes by row.</summary>
    public readonly byte* Bins = bins;

    /// <summary>Bytes from one row to the next.</summary>
    public readonly nint Stride = stride;

    /// <summary>Codes per row.</summary>
    public readonly int Columns = columns;

    /// <summary>Gradient pairs by row.</summary>
    public readonly long* Pairs = pairs;
}
