using System.Buffers.Binary;
using System.Text;

namespace MusicFlow.Core.Histories.Archives;

/// <summary>Reads a ZIP's table of contents within fixed limits, before anything is unpacked.</summary>
/// <remarks>
/// The framework's <c>ZipArchive</c> reads a table of any length into memory and hides where entries lie, so it can neither be capped
/// nor tell overlapping entries. Source: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
/// </remarks>
internal static class ZipDirectory
{
    const int EndLength = 22;
    const int End64Length = 56;
    const int LocatorLength = 20;
    const int HeaderLength = 46;
    const int LongestDirectory = 16 << 20;

    /// <summary>Reads the entries, in the order of the table.</summary>
    /// <param name="archive">A seekable stream.</param>
    /// <param name="most">Most entries allowed.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="InvalidDataException">There is no sound table of contents.</exception>
    /// <exception cref="ZipTooLargeException">There are more entries than allowed.</exception>
    /// <exception cref="ZipOverlapException">Two entries share bytes.</exception>
    public static async Task<IReadOnlyList<ZipEntry>> ReadAsync(Stream archive, int most, CancellationToken ct)
    {
        var (start, length, count) = await FindAsync(archive, ct);
        if (count > most || length > LongestDirectory) throw new ZipTooLargeException();
        var table = await BytesAsync(archive, start, (int)length, ct);
        var entries = Entries(table, (int)count);
        RefuseOverlaps(entries, start);
        return entries;
    }

    static async Task<(long Start, long Length, long Count)> FindAsync(Stream archive, CancellationToken ct)
    {
        var tailLength = (int)Math.Min(archive.Length, EndLength + ushort.MaxValue);
        var tailStart = archive.Length - tailLength;
        var tail = await BytesAsync(archive, tailStart, tailLength, ct);
        for (var at = tailLength - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != 0x06054b50) continue;
            if (at + EndLength + U16(tail, at + 20) > tailLength) continue;
            var found = (Start: (long)U32(tail, at + 16), Length: (long)U32(tail, at + 12), Count: (long)U16(tail, at + 10));
            var end = tailStart + at;
            if (found.Start == uint.MaxValue || found.Length == uint.MaxValue || found.Count == ushort.MaxValue)
                found = await Find64Async(archive, end, ct) ?? found;
            if (found.Start < 0 || found.Length < 0 || found.Start > end - found.Length) break;
            return found;
        }
        throw new InvalidDataException("No end of central directory.");
    }

    static async Task<(long Start, long Length, long Count)?> Find64Async(Stream archive, long end, CancellationToken ct)
    {
        if (end < LocatorLength + End64Length) return null;
        var locator = await BytesAsync(archive, end - LocatorLength, LocatorLength, ct);
        if (U32(locator, 0) != 0x07064b50) return null;
        var at = I64(locator, 8);
        if (at < 0 || at > end - LocatorLength - End64Length) throw new InvalidDataException("Zip64 record out of bounds.");
        var record = await BytesAsync(archive, at, End64Length, ct);
        return U32(record, 0) == 0x06064b50 ? (I64(record, 48), I64(record, 40), I64(record, 32)) : null;
    }

    static List<ZipEntry> Entries(byte[] table, int count)
    {
        var entries = new List<ZipEntry>(count);
        var at = 0;
        while (at + HeaderLength <= table.Length && U32(table, at) == 0x02014b50)
        {
            int nameLength = U16(table, at + 28), extraLength = U16(table, at + 30), commentLength = U16(table, at + 32);
            var next = at + HeaderLength + nameLength + extraLength + commentLength;
            if (next > table.Length) break;
            entries.Add(Entry(table.AsSpan(at, next - at), nameLength, extraLength));
            at = next;
        }
        if (entries.Count != count) throw new InvalidDataException("The table of contents has another number of entries than it says.");
        return entries;
    }

    static ZipEntry Entry(ReadOnlySpan<byte> header, int nameLength, int extraLength)
    {
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header[8..]);
        var name = ((flags & 0x800) != 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(header.Slice(HeaderLength, nameLength));
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
        var extra = header.Slice(HeaderLength + nameLength, extraLength);
        Widen(extra, ref size, ref packed, ref offset);
        if (packed < 0 || size < 0 || offset < 0) throw new InvalidDataException("A size is out of range.");
        return new ZipEntry(name, (flags & 1) != 0, BinaryPrimitives.ReadUInt16LittleEndian(header[10..]), packed, size,
            BinaryPrimitives.ReadUInt32LittleEndian(header[16..]), offset);
    }

    // Zip64 (APPNOTE 4.5.3): values that do not fit into 32 bits stand in an extra field, in this order, each only where needed.
    static void Widen(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4) return;
            if (id == 1)
            {
                var wide = extra.Slice(4, length);
                Take(ref wide, ref size);
                Take(ref wide, ref packed);
                Take(ref wide, ref offset);
                return;
            }
            extra = extra[(4 + length)..];
        }
    }

    static void Take(ref ReadOnlySpan<byte> wide, ref long value)
    {
        if (value != uint.MaxValue || wide.Length < 8) return;
        value = BinaryPrimitives.ReadInt64LittleEndian(wide);
        wide = wide[8..];
    }

    static void RefuseOverlaps(List<ZipEntry> entries, long directory)
    {
        var free = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (entry.Offset < free) throw new ZipOverlapException();
            if (entry.PackedSize > directory - entry.Offset - ZipEntryStream.HeaderLength) throw new InvalidDataException("An entry reaches into the table of contents.");
            free = entry.Offset + ZipEntryStream.HeaderLength + entry.PackedSize;
        }
    }

    static async Task<byte[]> BytesAsync(Stream archive, long start, int length, CancellationToken ct)
    {
        var bytes = new byte[length];
        archive.Position = start;
        await archive.ReadExactlyAsync(bytes, ct);
        return bytes;
    }

    static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    static long I64(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
}
