namespace MusicFlow.Core.Enrichment;

/// <summary>Remembers for a while what was asked, so that nobody is asked the same again and again. Bounded; thread-safe.</summary>
internal sealed class RecentKeys(TimeProvider time, int capacity = 20_000)
{
    readonly Lock gate = new();
    readonly Dictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);
    readonly Queue<string> inOrder = new();

    /// <summary>Remembers a key.</summary>
    public void Add(string key, TimeSpan duration)
    {
        lock (gate)
        {
            if (!until.ContainsKey(key))
                inOrder.Enqueue(key);
            until[key] = time.GetUtcNow() + duration;
            while (until.Count > capacity && inOrder.TryDequeue(out var oldest))
                until.Remove(oldest);
        }
    }

    /// <summary>Whether the key is remembered still.</summary>
    public bool Contains(string key)
    {
        lock (gate)
            return until.TryGetValue(key, out var end) && end > time.GetUtcNow();
    }
}
