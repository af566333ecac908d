namespace MusicFlow.Pictures.Fonts;

/// <summary>The tables of a TrueType file (ISO/IEC 14496-22, "Open Font Format"): what stands where, checked to lie inside the file.</summary>
internal sealed class FontFile
{
    const int DirectoryStart = 12;
    const int DirectoryEntry = 16;
    const int TrueType = 0x00010000;

    readonly Dictionary<string, BigEndian> tables = new(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Not a TrueType file, or a table lies outside it.</exception>
    public FontFile(ReadOnlyMemory<byte> file)
    {
        var directory = new BigEndian("directory", file);
        if (directory.Offset(0) != TrueType) throw new InvalidDataException("The font is not a TrueType file.");
        for (var i = 0; i < directory.UInt16(4); i++)
        {
            var entry = DirectoryStart + i * DirectoryEntry;
            var name = string.Concat(Enumerable.Range(entry, 4).Select(at => (char)directory.Byte(at)));
            var (start, length) = (directory.Offset(entry + 8), directory.Offset(entry + 12));
            if (start > file.Length - length) throw new InvalidDataException($"The font is damaged: its table '{name}' lies outside the file.");
            tables[name] = new(name, file.Slice(start, length));
        }
    }

    /// <summary>A table that every font has.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    public BigEndian this[string name] => Find(name) ?? throw new InvalidDataException($"The font is damaged: it has no table '{name}'.");

    /// <summary>A table, or <see langword="null"/> where the font has none.</summary>
    public BigEndian? Find(string name) => tables.GetValueOrDefault(name);
}
