using System.Numerics;

namespace MusicFlow.Pictures.Fonts;

/// <summary>Reads a glyph that is not made of others (table <c>glyf</c>, simple glyphs): ends, flags, then x and y as differences.</summary>
internal static class SimpleGlyph
{
    const int OnLine = 0x01;
    const int Repeat = 0x08;

    /// <summary>Flag of a difference in one byte; the flag eight times as large is then its sign, else says that it is zero.</summary>
    const int AcrossShort = 0x02;
    const int UpShort = 0x04;

    const int ContoursStart = 10;

    /// <summary>Adds the glyph to a drawing.</summary>
    /// <exception cref="InvalidDataException">The glyph ends before its points do.</exception>
    public static void Read(BigEndian bytes, int contours, Matrix3x2 place, GlyphDrawing drawn)
    {
        if (contours == 0) return;
        Span<int> ends = stackalloc int[contours <= 256 ? contours : throw bytes.Damaged("has a glyph of too many contours")];
        for (var i = 0; i < contours; i++)
        {
            ends[i] = bytes.UInt16(ContoursStart + 2 * i) + 1;
            if (ends[i] < (i == 0 ? 0 : ends[i - 1])) throw bytes.Damaged("has contours that end before they begin");
        }
        var at = ContoursStart + 2 * contours;
        at += 2 + bytes.UInt16(at);
        var flags = new byte[ends[^1]];
        at = ReadFlags(bytes, at, flags);
        var across = new float[flags.Length];
        var up = new float[flags.Length];
        at = ReadDifferences(bytes, at, flags, AcrossShort, across);
        ReadDifferences(bytes, at, flags, UpShort, up);
        var start = 0;
        foreach (var end in ends)
        {
            for (var i = start; i < end; i++) drawn.Add(Vector2.Transform(new(across[i], up[i]), place), (flags[i] & OnLine) != 0);
            drawn.EndContour();
            start = end;
        }
    }

    static int ReadFlags(BigEndian bytes, int at, Span<byte> flags)
    {
        for (var i = 0; i < flags.Length;)
        {
            var flag = bytes.Byte(at++);
            var times = 1 + ((flag & Repeat) != 0 ? bytes.Byte(at++) : 0);
            for (; times > 0 && i < flags.Length; times--) flags[i++] = flag;
        }
        return at;
    }

    static int ReadDifferences(BigEndian bytes, int at, ReadOnlySpan<byte> flags, int isShort, Span<float> values)
    {
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            var same = (flags[i] & isShort << 3) != 0;
            if ((flags[i] & isShort) != 0) value += same ? bytes.Byte(at++) : -bytes.Byte(at++);
            else if (!same)
            {
                value += bytes.Int16(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }
}
