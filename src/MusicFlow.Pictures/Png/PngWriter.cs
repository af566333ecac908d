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
        using var body = new MemoryStream();
        body.Write(Signature);
        Chunk(body, "IHDR"u8, Header(canvas.Width, canvas.Height, opaque ? Rgb : Rgba));
        using var packed = new MemoryStream();
        Pack(canvas, opaque, packed);
        Chunk(body, "IDAT"u8, packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Chunk(body, "IEND"u8, []);
        return body.ToArray();
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

    static void Chunk(Stream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(name, content));
        file.Write(number);
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
