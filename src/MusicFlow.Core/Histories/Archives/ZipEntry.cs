namespace MusicFlow.Core.Histories.Archives;

/// <summary>One line of a ZIP's table of contents (APPNOTE.TXT 4.3.12).</summary>
/// <param name="Name">Name as written by whoever made the archive: any text at all, never a path to open.</param>
/// <param name="Encrypted">Bit 0 of the general purpose flags.</param>
/// <param name="Method">0 stored, 8 deflated; others are not read.</param>
/// <param name="PackedSize">Bytes in the archive.</param>
/// <param name="Size">Bytes unpacked, as the archive claims.</param>
/// <param name="Crc">Checksum of the unpacked bytes, as the archive claims.</param>
/// <param name="Offset">Where the entry's local header starts.</param>
internal sealed record ZipEntry(string Name, bool Encrypted, int Method, long PackedSize, long Size, uint Crc, long Offset);
