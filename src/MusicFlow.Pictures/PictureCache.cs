using System.Collections.Concurrent;

namespace MusicFlow.Pictures;

/// <summary>
/// Keeps pictures by their content, up to a number of bytes; the one not asked for the longest goes first. A picture asked for by several
/// at once is drawn once, and no more pictures are drawn at a time than there are processors, so memory stays bounded. Thread-safe.
/// </summary>
public sealed class PictureCache : IDisposable
{
    readonly Dictionary<string, LinkedListNode<(string Key, Picture Picture)>> kept = new(StringComparer.Ordinal);
    readonly LinkedList<(string Key, Picture Picture)> byUse = new();
    readonly ConcurrentDictionary<string, Lazy<Picture>> drawing = new(StringComparer.Ordinal);
    readonly SemaphoreSlim easels = new(Environment.ProcessorCount);
    readonly Lock gate = new();
    readonly long mostBytes;
    long bytes;

    /// <summary>An empty cache.</summary>
    /// <param name="mostBytes">Most bytes of PNG kept; 0 keeps nothing. A card takes about 60 KB.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mostBytes"/> is negative.</exception>
    public PictureCache(long mostBytes = 32 << 20)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(mostBytes);
        this.mostBytes = mostBytes;
    }

    /// <summary>Bytes of PNG kept now.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>The picture of a key, drawn where it is not kept.</summary>
    /// <param name="key">What tells contents apart; <see cref="PictureKey"/> makes one.</param>
    /// <param name="draw">Draws it; its exceptions reach every caller that waits for the picture, and nothing is kept then. It must not
    /// ask this cache itself: it may wait for the place that it holds.</param>
    public Picture GetOrDraw(string key, Func<Picture> draw)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(draw);
        if (Find(key) is { } known) return known;
        var flight = drawing.GetOrAdd(key, static (name, work) => new(() => work.Cache.DrawAndKeep(name, work.Draw)), (Cache: this, Draw: draw));
        try
        {
            return flight.Value;
        }
        finally
        {
            drawing.TryRemove(new(key, flight));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => easels.Dispose();

    Picture DrawAndKeep(string key, Func<Picture> draw)
    {
        // Somebody else may have finished it between the look and the flight.
        if (Find(key) is { } known) return known;
        easels.Wait();
        try
        {
            var picture = draw();
            Keep(key, picture);
            return picture;
        }
        finally
        {
            easels.Release();
        }
    }

    Picture? Find(string key)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(key, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Picture;
        }
    }

    void Keep(string key, Picture picture)
    {
        if (picture.Png.Length > mostBytes) return;
        lock (gate)
        {
            kept[key] = byUse.AddFirst((key, picture));
            bytes += picture.Png.Length;
            while (bytes > mostBytes && byUse.Last is { } oldest)
            {
                byUse.RemoveLast();
                kept.Remove(oldest.Value.Key);
                bytes -= oldest.Value.Picture.Png.Length;
            }
        }
    }
}
