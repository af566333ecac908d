using System.Security.Cryptography;

namespace MusicFlow.Telegram.Sending;

/// <summary>Telegram's ids of pictures that were sent lately, so that the same picture is not uploaded again. Thread-safe.</summary>
sealed class PhotoShelf
{
    const int Most = 2_000;

    readonly Lock gate = new();
    readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    readonly Queue<string> order = new();

    public static string Key(ReadOnlyMemory<byte> png) => Convert.ToHexString(SHA256.HashData(png.Span));

    public string? Find(string key)
    {
        lock (gate) return ids.GetValueOrDefault(key);
    }

    public void Add(string key, string fileId)
    {
        lock (gate)
        {
            if (ids.TryAdd(key, fileId)) order.Enqueue(key);
            else ids[key] = fileId;
            if (order.Count > Most) ids.Remove(order.Dequeue());
        }
    }

    /// <summary>Telegram no longer knows it.</summary>
    public void Remove(string key)
    {
        lock (gate) ids.Remove(key);
    }
}
