using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MusicFlow.Chat;

namespace MusicFlow.Web.TryIt;

/// <summary>Keeps the pictures of answers until browsers fetch them, up to a number of bytes; the one not asked for the longest goes first. Thread-safe.</summary>
/// <remarks>A picture's address is the hash of its bytes, so whoever has it may keep it for good.</remarks>
internal sealed class PictureShelf(IOptions<WebOptions> options)
{
    readonly Dictionary<string, LinkedListNode<(string Name, ReadOnlyMemory<byte> Png)>> kept = new(StringComparer.Ordinal);
    readonly LinkedList<(string Name, ReadOnlyMemory<byte> Png)> byUse = new();
    readonly Lock gate = new();
    long bytes;

    /// <summary>The address of a picture on this site.</summary>
    public static string AddressOf(Block.Picture picture) => $"/pictures/{NameOf(picture.Png)}.png";

    /// <summary>Keeps the pictures of a reply.</summary>
    public void Keep(Reply reply)
    {
        foreach (var picture in reply.Blocks.OfType<Block.Picture>()) Keep(NameOf(picture.Png), picture.Png);
    }

    /// <summary>The picture of a name; <see langword="null"/> when it is gone or never was.</summary>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        lock (gate)
        {
            if (!kept.TryGetValue(name, out var node)) return null;
            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Png;
        }
    }

    void Keep(string name, ReadOnlyMemory<byte> png)
    {
        if (png.Length > options.Value.PictureBytes || Find(name) is not null) return;
        lock (gate)
        {
            if (kept.ContainsKey(name)) return;
            kept[name] = byUse.AddFirst((name, png));
            bytes += png.Length;
            while (bytes > options.Value.PictureBytes && byUse.Last is { } oldest)
            {
                byUse.RemoveLast();
                kept.Remove(oldest.Value.Name);
                bytes -= oldest.Value.Png.Length;
            }
        }
    }

    static string NameOf(ReadOnlyMemory<byte> png) => Convert.ToHexStringLower(SHA256.HashData(png.Span).AsSpan(0, 16));
}
