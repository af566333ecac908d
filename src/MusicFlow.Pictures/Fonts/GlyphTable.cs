using System.Numerics;

namespace MusicFlow.Pictures.Fonts;

/// <summary>Reads outlines from the tables <c>glyf</c> and <c>loca</c>, glyphs made of other glyphs included. Immutable.</summary>
internal sealed class GlyphTable
{
    /// <summary>Deepest nesting of glyphs made of glyphs; real fonts stay below four.</summary>
    const int Deepest = 6;

    /// <summary>Most points of a glyph; a damaged font must not take the memory.</summary>
    const int MostPoints = 20_000;

    /// <summary>Most glyphs that one glyph is made of, parts of parts included.</summary>
    const int MostParts = 64;

    readonly BigEndian glyf;
    readonly BigEndian loca;
    readonly bool wide;

    /// <param name="glyf">Table <c>glyf</c>.</param>
    /// <param name="loca">Table <c>loca</c>.</param>
    /// <param name="wide">Whether places are 32 bits wide (<c>head.indexToLocFormat</c>).</param>
    /// <param name="count">Number of glyphs.</param>
    /// <exception cref="InvalidDataException"><c>loca</c> is too short.</exception>
    public GlyphTable(BigEndian glyf, BigEndian loca, bool wide, int count)
    {
        (this.glyf, this.loca, this.wide, Count) = (glyf, loca, wide, count);
        if (loca.Length < (count + 1) * (wide ? 4 : 2)) throw loca.Damaged("ends too early");
    }

    public int Count { get; }

    /// <exception cref="InvalidDataException">The glyph does not exist or is damaged.</exception>
    public Glyph Read(int index)
    {
        var drawn = new GlyphDrawing();
        Read(index, Matrix3x2.Identity, drawn, depth: 0);
        return drawn.Finished();
    }

    void Read(int index, Matrix3x2 place, GlyphDrawing drawn, int depth)
    {
        if (index < 0 || index >= Count) throw glyf.Damaged("names a glyph that does not exist");
        if (++drawn.PartCount > MostParts) throw glyf.Damaged("has a glyph of too many parts");
        if (depth > Deepest) throw glyf.Damaged("nests glyphs too deeply");
        var (start, end) = (Place(index), Place(index + 1));
        if (end == start) return;
        var bytes = glyf.Slice(start, end - start);
        var contours = bytes.Int16(0);
        if (contours < 0) ReadParts(bytes, place, drawn, depth);
        else SimpleGlyph.Read(bytes, contours, place, drawn);
        if (drawn.PointCount > MostPoints) throw glyf.Damaged("has a glyph with too many points");
    }

    int Place(int index) => wide ? loca.Offset(4 * index) : 2 * loca.UInt16(2 * index);

    void ReadParts(BigEndian bytes, Matrix3x2 place, GlyphDrawing drawn, int depth)
    {
        const int More = 0x0020;
        for (var at = 10; ;)
        {
            var flags = bytes.UInt16(at);
            var index = bytes.UInt16(at + 2);
            var (matrix, after) = GlyphPart.Read(bytes, at + 4, flags);
            Read(index, matrix * place, drawn, depth + 1);
            if ((flags & More) == 0) return;
            at = after;
        }
    }
}
