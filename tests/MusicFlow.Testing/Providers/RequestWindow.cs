namespace MusicFlow.Testing.Providers;

/// <summary>Counts requests in a sliding window, as services with a limit do. Thread-safe.</summary>
internal sealed class RequestWindow(int most, TimeSpan length)
{
    readonly Lock gate = new();
    readonly Queue<long> seen = new();

    /// <summary>Notes a request; whether it is one too many.</summary>
    public bool IsFull()
    {
        lock (gate)
        {
            while (seen.TryPeek(out var oldest) && TimeProvider.System.GetElapsedTime(oldest) > length)
                seen.Dequeue();
            if (seen.Count >= most)
                return true;
            seen.Enqueue(TimeProvider.System.GetTimestamp());
            return false;
        }
    }
}
