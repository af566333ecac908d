using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MusicFlow.Pictures.Tests.Png;

/// <summary>A PNG reader written apart from the writer under test: every filter, checksums checked bit by bit, RGB and RGBA of 8 bits.</summary>
internal sealed record PngFile(int Width, int Height, int Channels, byte[] Pixels, IReadOnlyList<string> Chunks)
{
    public static PngFile Read(ReadOnlySpan<byte> file)
    {
        if (!file[..8].SequenceEqual((ReadOnlySpan<byte>)[137, 80, 78, 71, 13, 10, 26, 10])) throw new InvalidDataException("no signature");
        int width = 0, height = 0, channels = 0;
        List<string> chunks = [];
        using var packed = new MemoryStream();
        for (var rest = file[8..]; !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            var (name, content) = (Encoding.ASCII.GetString(rest[4..8]), rest.Slice(8, length).ToArray());
            if (Checksum(rest.Slice(4, length + 4)) != BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..])) throw new InvalidDataException($"checksum of {name}");
            chunks.Add(name);
            if (name == "IHDR")
            {
                (width, height) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content.AsSpan(4)));
                channels = content[9] switch { 2 => 3, 6 => 4, _ => throw new InvalidDataException("colour type") };
            }
            if (name == "IDAT") packed.Write(content);
            rest = rest[(12 + length)..];
        }
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        zlib.CopyTo(unpacked);
        return new(width, height, channels, Unfilter(unpacked.ToArray(), width * channels, height, channels), chunks);
    }

    public static PngFile Read(Picture picture) => Read(picture.Png.Span);

    /// <summary>Red, green, blue and opacity of a pixel.</summary>
    public (byte Red, byte Green, byte Blue, byte Alpha) this[int x, int y]
    {
        get
        {
            var at = (y * Width + x) * Channels;
            return (Pixels[at], Pixels[at + 1], Pixels[at + 2], Channels == 4 ? Pixels[at + 3] : (byte)255);
        }
    }

    static byte[] Unfilter(byte[] rows, int stride, int height, int pixel)
    {
        if (rows.Length != (stride + 1) * height) throw new InvalidDataException("length of the pixels");
        var pixels = new byte[stride * height];
        for (var y = 0; y < height; y++)
            for (var i = 0; i < stride; i++)
            {
                var left = i >= pixel ? pixels[y * stride + i - pixel] : 0;
                var up = y > 0 ? pixels[(y - 1) * stride + i] : 0;
                var corner = i >= pixel && y > 0 ? pixels[(y - 1) * stride + i - pixel] : 0;
                var from = rows[y * (stride + 1)] switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => throw new InvalidDataException("filter") };
                pixels[y * stride + i] = (byte)(rows[y * (stride + 1) + 1 + i] + from);
            }
        return pixels;
    }

    static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
