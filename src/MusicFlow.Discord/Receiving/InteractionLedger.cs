namespace MusicFlow.Discord.Receiving;

/// <summary>Remembers which interactions came in: Discord may deliver one several times. Thread-safe.</summary>
/// <remarks>In memory: another process cannot answer twice either, for Discord takes one first answer only.</remarks>
sealed class InteractionLedger
{
    /// <summary>Interactions remembered; at 1,000 a second the last 20 seconds, far longer than Discord repeats.</summary>
    const int Size = 20_000;

    readonly Lock gate = new();
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly Queue<string> order = new();

    /// <summary>Remembers an interaction.</summary>
    /// <returns><see langword="false"/> when it is known.</returns>
    public bool TryAdd(string id)
    {
        lock (gate)
        {
            if (!known.Add(id)) return false;
            order.Enqueue(id);
            if (order.Count > Size) known.Remove(order.Dequeue());
            return true;
        }
    }
}
