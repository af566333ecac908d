namespace MusicFlow.Pictures.Fonts;

/// <summary>Which glyph writes a character (table <c>cmap</c>, formats 4 and 12). Immutable.</summary>
internal sealed class CharacterMap
{
    const int Windows = 3;
    const int Unicode = 0;
    const int FullRepertoire = 10;
    const int BasicPlane = 1;
    const int BasicPlaneSize = 0x10000;

    readonly Range[] ranges;

    CharacterMap(List<Range> found) => ranges = [.. found.OrderBy(range => range.First)];

    /// <exception cref="InvalidDataException">The table is damaged, or has neither format.</exception>
    public static CharacterMap Read(BigEndian cmap)
    {
        int? full = null, basic = null;
        for (var i = 0; i < cmap.UInt16(2); i++)
        {
            var (platform, encoding, at) = (cmap.UInt16(4 + 8 * i), cmap.UInt16(6 + 8 * i), cmap.Offset(8 + 8 * i));
            var format = cmap.UInt16(at);
            if (format == 12 && (platform, encoding) is (Windows, FullRepertoire) or (Unicode, _)) full = format == 12 ? at : full;
            if (format == 4 && (platform, encoding) is (Windows, BasicPlane) or (Unicode, _)) basic = format == 4 ? at : basic;
        }
        if (full is { } groups) return new(ReadGroups(cmap, groups));
        return basic is { } segments ? new(ReadSegments(cmap, segments)) : throw cmap.Damaged("has no Unicode map of format 4 or 12");
    }

    /// <summary>The glyph of a code point; 0 where the font has none.</summary>
    public int this[int character]
    {
        get
        {
            var (low, high) = (0, ranges.Length - 1);
            while (low <= high)
            {
                var middle = (low + high) / 2;
                if (character < ranges[middle].First) high = middle - 1;
                else if (character > ranges[middle].Last) low = middle + 1;
                else return ranges[middle].Glyph + character - ranges[middle].First;
            }
            return 0;
        }
    }

    static List<Range> ReadGroups(BigEndian cmap, int at)
    {
        const int Header = 16;
        const int Group = 12;
        var count = cmap.Offset(at + 12);
        if (count > cmap.Length / Group) throw cmap.Damaged("counts more groups than it holds");
        List<Range> found = new(count);
        for (var i = 0; i < count; i++)
        {
            var group = at + Header + i * Group;
            found.Add(new(cmap.Offset(group), cmap.Offset(group + 4), cmap.Offset(group + 8)));
        }
        return found;
    }

    static List<Range> ReadSegments(BigEndian cmap, int at)
    {
        const int Header = 14;
        var count = cmap.UInt16(at + 6) / 2;
        var (ends, starts) = (at + Header, at + Header + 2 * count + 2);
        var (deltas, offsets) = (starts + 2 * count, starts + 4 * count);
        List<Range> found = new(count);
        var characters = 0;
        for (var i = 0; i < count; i++)
        {
            int first = cmap.UInt16(starts + 2 * i), last = cmap.UInt16(ends + 2 * i), delta = cmap.UInt16(deltas + 2 * i);
            var offset = cmap.UInt16(offsets + 2 * i);
            characters += Math.Max(0, last - first + 1);
            if (characters > BasicPlaneSize) throw cmap.Damaged("maps characters twice");
            for (var character = first; character <= Math.Min(last, 0xFFFE); character++)
            {
                var glyph = offset == 0 ? character : cmap.UInt16(offsets + 2 * i + offset + 2 * (character - first));
                if (offset == 0 || glyph != 0) Add(found, character, (glyph + delta) & 0xFFFF);
            }
        }
        return found;
    }

    static void Add(List<Range> found, int character, int glyph)
    {
        if (found.Count > 0 && found[^1] is var last && last.Last == character - 1 && last.Glyph + character - last.First == glyph)
            found[^1] = last with { Last = character };
        else found.Add(new(character, character, glyph));
    }

    /// <summary>Neighbouring characters whose glyphs are neighbours too.</summary>
    readonly record struct Range(int First, int Last, int Glyph);
}
