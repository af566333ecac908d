namespace MusicFlow.Learning.Histograms;

/// <summary>Keeps histograms that are no longer needed for the next node. Not thread-safe.</summary>
internal sealed class HistogramPool(int slots) : IDisposable
{
    private readonly Stack<Histogram> free = new();

    /// <summary>A histogram whose entries may hold anything but between columns.</summary>
    public Histogram Rent() => free.TryPop(out var histogram) ? histogram : new Histogram(slots);

    /// <summary>Takes a histogram back.</summary>
    public void Return(Histogram histogram) => free.Push(histogram);

    /// <inheritdoc/>
    public void Dispose()
    {
        while (free.TryPop(out var histogram)) histogram.Dispose();
    }
}
