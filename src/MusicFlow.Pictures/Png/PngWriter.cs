using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.Intrinsics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Png;

/// <summary>Writes a canvas as a PNG file (PNG Specification, third edition): 8 bits a channel, RGB where every pixel is opaque, else RGBA.</summary>
/// <remarks>The same pixels give the same bytes on one version of the runtime; another version may compress otherwise.</remarks>
internal static class PngWriter
{
    const byte Rgb = 2;
    const byte Rgba = 6;
    const int AlphaPart = 3;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(Canvas canvas)
    {
        var opaque = IsOpaque(canvas);
        using var file = new PooledStream();
        file.Write(Signature);
        var header = Begin(file, "IHDR"u8);
        file.Write(Header(canvas.Width, canvas.Height, opaque ? Rgb : Rgba));
        End(file, header);
        var pixels = Begin(file, "IDAT"u8);
        Pack(canvas, opaque, file);
        End(file, pixels);
        End(file, Begin(file, "IEND"u8));
        return file.Written.ToArray();
    }

    static bool IsOpaque(Canvas canvas)
    {
        const float Whole = 0.999f;
        for (var y = 0; y < canvas.Height; y++)
            foreach (var pixel in canvas.Row(y))
                if (pixel.GetElement(AlphaPart) < Whole) return false;
        return true;
    }

    static byte[] Header(int width, int height, byte kind)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, kind);
        return header;
    }

    /// <summary>Starts a chunk whose length is not known yet.</summary>
    /// <returns>Where it starts.</returns>
    static int Begin(PooledStream file, ReadOnlySpan<byte> name)
    {
        var start = (int)file.Length;
        file.Write([0, 0, 0, 0]);
        file.Write(name);
        return start;
    }

    /// <summary>Writes the length before the chunk's content, and the checksum of name and content after it.</summary>
    static void End(PooledStream file, int start)
    {
        const int Before = 8;
        BinaryPrimitives.WriteInt32BigEndian(file.Written[start..], file.Written.Length - start - Before);
        Span<byte> checksum = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Crc32.Of(file.Written[(start + 4)..]));
        file.Write(checksum);
    }

    static void Pack(Canvas canvas, bool opaque, Stream to)
    {
        var length = canvas.Width * (opaque ? 3 : 4);
        var (above, row) = (ArrayPool<byte>.Shared.Rent(length), ArrayPool<byte>.Shared.Rent(length));
        above.AsSpan(0, length).Clear();
        using var filter = new RowFilter(length, opaque ? 3 : 4);
        using (var zlib = new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < canvas.Height; y++)
            {
                if (opaque) ToRgb(canvas.Row(y), row);
                else ToRgba(canvas.Row(y), row);
                zlib.Write(filter.Choose(row.AsSpan(0, length), above.AsSpan(0, length)));
                (above, row) = (row, above);
            }
        ArrayPool<byte>.Shared.Return(above);
        ArrayPool<byte>.Shared.Return(row);
    }

    static void ToRgb(ReadOnlySpan<Vector128<float>> pixels, Span<byte> row)
    {
        for (var (x, i) = (0, 0); x < pixels.Length; x++, i += 3) SrgbCurve.Write(pixels[x], row.Slice(i, 3));
    }

    static void ToRgba(ReadOnlySpan<Vector128<float>> pixels, Span<byte> row)
    {
        const float Clear = 1 / 512f;
        for (var (x, i) = (0, 0); x < pixels.Length; x++, i += 4)
        {
            var alpha = pixels[x].GetElement(AlphaPart);
            SrgbCurve.Write(alpha < Clear ? Vector128<float>.Zero : pixels[x] / alpha, row.Slice(i, 3));
            row[i + 3] = (byte)(float.Clamp(alpha, 0, 1) * 255 + 0.5f);
        }
    }
}
