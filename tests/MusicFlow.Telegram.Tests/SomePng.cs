using System.Buffers.Binary;

namespace MusicFlow.Telegram.Tests;

/// <summary>Files that begin like a PNG; nobody here looks further.</summary>
public static class SomePng
{
    public static byte[] Of(int width = 8, int height = 8, int size = 64)
    {
        var png = new byte[Math.Max(size, 24)];
        ((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R']).CopyTo(png);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
