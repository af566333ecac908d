namespace MusicFlow.Pictures.Fonts;

/// <summary>By how much two neighbouring glyphs are moved together or apart (table <c>kern</c>, format 0). Immutable.</summary>
internal sealed class Kerning
{
    readonly Dictionary<(int Left, int Right), short> pairs = [];

    /// <param name="kern">The table; <see langword="null"/> where the font has none.</param>
    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    public Kerning(BigEndian? kern)
    {
        if (kern is null || kern.UInt16(0) != 0) return;
        var at = 4;
        for (var i = 0; i < kern.UInt16(2); i++)
        {
            if (IsHorizontal(kern.UInt16(at + 4))) ReadPairs(kern, at + 6);
            at += kern.UInt16(at + 2);
        }
    }

    /// <summary>Font units to add after the left glyph; mostly 0, mostly negative otherwise.</summary>
    public int Between(int left, int right) => pairs.GetValueOrDefault((left, right));

    /// <summary>Format 0 in the upper byte; in the lower one horizontal, no minimum, not across the line.</summary>
    static bool IsHorizontal(int coverage) => (coverage & 0xFF07) == 1;

    void ReadPairs(BigEndian kern, int at)
    {
        const int Header = 8;
        const int Pair = 6;
        for (var i = 0; i < kern.UInt16(at); i++)
        {
            var pair = at + Header + i * Pair;
            pairs[(kern.UInt16(pair), kern.UInt16(pair + 2))] = kern.Int16(pair + 4);
        }
    }
}
