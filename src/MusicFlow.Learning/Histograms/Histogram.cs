using MusicFlow.Learning.Buffers;

namespace MusicFlow.Learning.Histograms;

/// <summary>Sums of gradients and hessians per code of every column, for the samples of one node.</summary>
/// <remarks>
/// Entries count coarse steps (<see cref="FixedPoint.CoarseUnit"/>). They are whole numbers below 2⁵³, so that double sums and differences
/// of them are exact in any order. Laid out by <see cref="Binning.ColumnLayout"/>; entries between columns stay 0.
/// </remarks>
internal sealed unsafe class Histogram(int slots) : IDisposable
{
    private readonly AlignedBuffer<double> sums = new((nint)slots * 2);

    /// <summary>Number of entries of each kind, a multiple of eight.</summary>
    public int Slots => slots;

    /// <summary>Gradient sums, length <see cref="Slots"/>.</summary>
    public double* Gradients => sums.Pointer;

    /// <summary>Hessian sums, length <see cref="Slots"/>; they follow the gradients in memory.</summary>
    public double* Hessians => sums.Pointer + slots;

    /// <summary>Takes the sums of the samples in <paramref name="part"/> away, which leaves those of the other samples.</summary>
    public void Subtract(Histogram part) => HistogramKernel.Subtract(Gradients, part.Gradients, 2 * slots);

    /// <summary>Adds sums of other samples.</summary>
    public void Add(Histogram other) => HistogramKernel.Add(Gradients, other.Gradients, 2 * slots);

    /// <summary>Sets every entry to 0.</summary>
    public void Clear() => sums.Slice(0, 2 * slots).Clear();

    /// <inheritdoc/>
    public void Dispose() => sums.Dispose();
}
