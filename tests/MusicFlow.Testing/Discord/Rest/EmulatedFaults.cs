using System.Collections.Concurrent;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>Failures of the service, one by one or by chance. Thread-safe.</summary>
public sealed class EmulatedFaults
{
    readonly ConcurrentQueue<int> ordered = new();
    readonly Random random = new(20261121);

    /// <summary>Share of requests that fail by chance, 0–1: a third each by 429, by 500 and by a lost connection.</summary>
    public double Share { get; set; }

    /// <summary>Failures that were dealt out.</summary>
    public int Count { get; private set; }

    /// <summary>Lets the next request fail.</summary>
    /// <param name="status">A status of 500 and more, or 0 for a lost connection.</param>
    public void FailNext(int status) => ordered.Enqueue(status);

    /// <summary>The failure of this request: a status, 0 for a lost connection, <see langword="null"/> for none.</summary>
    internal int? Next()
    {
        if (ordered.TryDequeue(out var status))
        {
            Count++;
            return status;
        }
        if (Share <= 0) return null;
        lock (random)
        {
            if (random.NextDouble() >= Share) return null;
            Count++;
            return random.Next(3) switch { 0 => 429, 1 => 500, _ => 0 };
        }
    }
}
