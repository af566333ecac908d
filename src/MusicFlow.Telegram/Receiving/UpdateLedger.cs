namespace MusicFlow.Telegram.Receiving;

/// <summary>Remembers which updates came, so that none is handled twice, and which are not handled yet, so that none is confirmed too early. Thread-safe.</summary>
/// <remarks>In memory: what was handled before a crash but not yet confirmed to Telegram comes once more.</remarks>
sealed class UpdateLedger
{
    /// <summary>Updates remembered; Telegram repeats only what is not confirmed, at most a few pages.</summary>
    const int Most = 10_000;

    readonly Lock gate = new();
    readonly HashSet<long> seen = [];
    readonly Queue<long> order = new();
    readonly SortedDictionary<long, Task> open = [];

    /// <summary>Takes an update in.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="handle">Handles it; the task ends when it is handled. Called once per number.</param>
    /// <returns>The end of its handling; already ended when it was handled before.</returns>
    public Task Take(long id, Func<Task> handle)
    {
        lock (gate)
        {
            if (!seen.Add(id)) return open.GetValueOrDefault(id, Task.CompletedTask);
            order.Enqueue(id);
            if (order.Count > Most) seen.Remove(order.Dequeue());
        }
        var handled = handle();
        lock (gate)
            if (!handled.IsCompletedSuccessfully)
                open[id] = handled;
        return handled;
    }

    /// <summary>The lowest update that is not handled, or <see langword="null"/> when all are.</summary>
    public long? LowestOpen()
    {
        lock (gate)
        {
            foreach (var id in open.Where(entry => entry.Value.IsCompletedSuccessfully).Select(entry => entry.Key).ToList()) open.Remove(id);
            return open.Count == 0 ? null : open.Keys.First();
        }
    }

    /// <summary>Ends when everything open now has ended.</summary>
    public Task WhenAllAsync()
    {
        lock (gate) return Task.WhenAll(open.Values).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }
}
