using System.Buffers.Binary;
using System.IO.Compression;

namespace MusicFlow.Core.Histories.Archives;

/// <summary>Unpacks one entry of a ZIP and checks its length and checksum at the end.</summary>
internal sealed class ZipEntryStream : ForwardStream
{
    /// <summary>Bytes of a local header without its name and extra field (APPNOTE.TXT 4.3.7).</summary>
    public const int HeaderLength = 30;

    readonly ZipEntry entry;
    readonly Stream unpacked;
    Crc32 crc = new();
    long count;

    ZipEntryStream(ZipEntry entry, Stream packed)
    {
        this.entry = entry;
        unpacked = entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Opens an entry that is stored or deflated and not encrypted.</summary>
    /// <param name="archive">The archive; not closed with the entry, and not to be read by others meanwhile.</param>
    /// <param name="entry">An entry of its table of contents.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <exception cref="InvalidDataException">There is no such entry in the archive.</exception>
    /// <exception cref="EndOfStreamException">The archive is cut off.</exception>
    public static async Task<ZipEntryStream> OpenAsync(Stream archive, ZipEntry entry, CancellationToken ct)
    {
        var header = new byte[HeaderLength];
        archive.Position = entry.Offset;
        await archive.ReadExactlyAsync(header, ct);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50) throw new InvalidDataException("No local header.");
        var start = entry.Offset + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        return new ZipEntryStream(entry, new SliceStream(archive, start, entry.PackedSize));
    }

    /// <summary>Reads on; at the end of the entry checks what came out.</summary>
    /// <exception cref="InvalidDataException">What came out is not what the archive says: another length or checksum.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await unpacked.ReadAsync(buffer, cancellationToken);
        crc.Append(buffer.Span[..read]);
        count += read;
        var ended = read == 0 && buffer.Length > 0;
        if (count > entry.Size || (ended && (count != entry.Size || crc.Value != entry.Crc))) throw new InvalidDataException("Length or checksum differ.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) unpacked.Dispose();
        base.Dispose(disposing);
    }
}
