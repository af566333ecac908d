namespace MusicFlow.Core.Histories.Archives;

/// <summary>The checksum of ZIP entries: CRC-32 with the reversed polynomial 0xEDB88320 (APPNOTE.TXT 4.4.7), four bytes a step.</summary>
internal struct Crc32()
{
    static readonly uint[][] tables = MakeTables();

    uint state = uint.MaxValue;

    /// <summary>The checksum of everything appended so far.</summary>
    public readonly uint Value => ~state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        uint[] t0 = tables[0], t1 = tables[1], t2 = tables[2], t3 = tables[3];
        var crc = state;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            crc ^= System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            crc = t3[(byte)crc] ^ t2[(byte)(crc >> 8)] ^ t1[(byte)(crc >> 16)] ^ t0[crc >> 24];
        }
        foreach (var value in bytes) crc = (crc >> 8) ^ t0[(byte)(crc ^ value)];
        state = crc;
    }

    static uint[][] MakeTables()
    {
        var made = new uint[4][];
        for (var table = 0; table < 4; table++)
        {
            made[table] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var crc = table == 0 ? i : made[table - 1][i];
                for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
                made[table][i] = crc;
            }
        }
        return made;
    }
}
