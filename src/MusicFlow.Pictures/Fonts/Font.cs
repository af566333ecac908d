namespace MusicFlow.Pictures.Fonts;

/// <summary>One TrueType font: which glyph writes a character, how wide it is, how it looks. Thread-safe.</summary>
internal sealed class Font
{
    readonly CharacterMap characters;
    readonly GlyphTable glyphs;
    readonly GlyphCache outlines;
    readonly Kerning kerning;
    readonly ushort[] advances;

    /// <param name="file">The bytes of a TrueType file.</param>
    /// <exception cref="InvalidDataException">The font is damaged; the message says where.</exception>
    public Font(ReadOnlyMemory<byte> file)
    {
        var tables = new FontFile(file);
        var (head, hhea) = (tables["head"], tables["hhea"]);
        var count = tables["maxp"].UInt16(4);
        UnitsPerEm = head.UInt16(18);
        if (UnitsPerEm is < 16 or > 16_384) throw head.Damaged("has no sensible units");
        glyphs = new(tables["glyf"], tables["loca"], wide: head.Int16(50) != 0, count);
        outlines = new(glyphs);
        characters = CharacterMap.Read(tables["cmap"]);
        kerning = new(tables.Find("kern"));
        advances = ReadAdvances(tables["hmtx"], hhea.UInt16(34), count);
    }

    /// <summary>Font units in the height of a line without extra space.</summary>
    public int UnitsPerEm { get; }

    /// <summary>The glyph of a character; 0 where the font has none.</summary>
    public int GlyphOf(int character)
    {
        var glyph = characters[character];
        return glyph > 0 && glyph < glyphs.Count ? glyph : 0;
    }

    /// <summary>Width of a glyph in font units.</summary>
    public int Advance(int glyph) => advances[glyph];

    /// <summary>What to add between two glyphs, in font units.</summary>
    public int Kern(int left, int right) => kerning.Between(left, right);

    /// <summary>The outline of a glyph.</summary>
    /// <exception cref="InvalidDataException">The glyph is damaged.</exception>
    public Glyph Outline(int glyph) => outlines[glyph];

    static ushort[] ReadAdvances(BigEndian hmtx, int measured, int count)
    {
        if (measured == 0) throw hmtx.Damaged("measures no glyph");
        var widths = new ushort[count];
        for (var i = 0; i < count; i++) widths[i] = hmtx.UInt16(4 * Math.Min(i, measured - 1));
        return widths;
    }
}
