namespace MusicFlow.Pictures.Fonts;

/// <summary>Numbers of one table of a font file, most significant byte first; reading outside the table is an error that names it.</summary>
/// <param name="table">Name of the table, for the error.</param>
/// <param name="bytes">The table.</param>
internal sealed class BigEndian(string table, ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    /// <exception cref="InvalidDataException">The table ends before.</exception>
    public byte Byte(int at) => Span(at, 1)[0];

    /// <exception cref="InvalidDataException">The table ends before.</exception>
    public ushort UInt16(int at) => System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(Span(at, 2));

    /// <exception cref="InvalidDataException">The table ends before.</exception>
    public short Int16(int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt16BigEndian(Span(at, 2));

    /// <summary>A 32-bit number that must fit an <see cref="int"/>: an offset, a length or a code point.</summary>
    /// <exception cref="InvalidDataException">The table ends before, or the number is too large.</exception>
    public int Offset(int at)
    {
        var value = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Span(at, 4));
        return value <= int.MaxValue ? (int)value : throw Damaged("holds a number that is too large");
    }

    /// <summary>A part of the table as a table of its own.</summary>
    /// <exception cref="InvalidDataException">The table ends before.</exception>
    public BigEndian Slice(int at, int length)
    {
        _ = Span(at, length);
        return new(table, bytes.Slice(at, length));
    }

    /// <summary>The error for a table whose content makes no sense.</summary>
    public InvalidDataException Damaged(string how) => new($"The font is damaged: its table '{table}' {how}.");

    ReadOnlySpan<byte> Span(int at, int length) =>
        at >= 0 && length >= 0 && at <= bytes.Length - length ? bytes.Span.Slice(at, length) : throw Damaged("ends too early");
}
