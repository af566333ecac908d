using System.Numerics;

namespace MusicFlow.Pictures.Fonts;

/// <summary>How a glyph that is part of another is moved and scaled (table <c>glyf</c>, composite glyphs).</summary>
internal static class GlyphPart
{
    const int Words = 0x0001;
    const int Offsets = 0x0002;
    const int Scale = 0x0008;
    const int TwoScales = 0x0040;
    const int FullMatrix = 0x0080;

    /// <summary>Reads what follows flags and index of a part.</summary>
    /// <returns>The transformation, and where the next part begins.</returns>
    /// <exception cref="InvalidDataException">The glyph ends before, or its parts hang on points, which no font here does.</exception>
    public static (Matrix3x2 Place, int After) Read(BigEndian bytes, int at, int flags)
    {
        if ((flags & Offsets) == 0) throw bytes.Damaged("joins glyphs at points, which is not supported");
        float across, up;
        (across, up, at) = (flags & Words) != 0
            ? (bytes.Int16(at), bytes.Int16(at + 2), at + 4)
            : ((sbyte)bytes.Byte(at), (sbyte)bytes.Byte(at + 1), at + 2);
        var place = Matrix3x2.CreateTranslation(across, up);
        if ((flags & Scale) != 0)
        {
            (place.M11, place.M22, at) = (Fraction(bytes, at), Fraction(bytes, at), at + 2);
        }
        else if ((flags & TwoScales) != 0)
        {
            (place.M11, place.M22, at) = (Fraction(bytes, at), Fraction(bytes, at + 2), at + 4);
        }
        else if ((flags & FullMatrix) != 0)
        {
            (place.M11, place.M12) = (Fraction(bytes, at), Fraction(bytes, at + 2));
            (place.M21, place.M22, at) = (Fraction(bytes, at + 4), Fraction(bytes, at + 6), at + 8);
        }
        return (place, at);
    }

    /// <summary>A number of 2 whole and 14 fractional bits.</summary>
    static float Fraction(BigEndian bytes, int at) => bytes.Int16(at) / 16384f;
}
