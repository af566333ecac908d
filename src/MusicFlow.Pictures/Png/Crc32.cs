namespace MusicFlow.Pictures.Png;

/// <summary>The checksum of PNG chunks (ISO 3309, polynomial 0xEDB88320 reflected), four bytes at a time.</summary>
internal static class Crc32
{
    static readonly uint[][] Tables = Build();

    /// <summary>The checksum of a chunk's name and content together.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Add(uint.MaxValue, bytes);

    static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        var (first, second, third, fourth) = (Tables[0], Tables[1], Tables[2], Tables[3]);
        while (bytes.Length >= 4)
        {
            crc ^= (uint)(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24);
            crc = fourth[(byte)crc] ^ third[(byte)(crc >> 8)] ^ second[(byte)(crc >> 16)] ^ first[crc >> 24];
            bytes = bytes[4..];
        }
        foreach (var value in bytes) crc = first[(byte)(crc ^ value)] ^ crc >> 8;
        return crc;
    }

    static uint[][] Build()
    {
        const uint Polynomial = 0xEDB88320;
        var tables = new[] { new uint[256], new uint[256], new uint[256], new uint[256] };
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? Polynomial ^ crc >> 1 : crc >> 1;
            tables[0][i] = crc;
        }
        for (var table = 1; table < 4; table++)
            for (var i = 0; i < 256; i++)
                tables[table][i] = tables[0][(byte)tables[table - 1][i]] ^ tables[table - 1][i] >> 8;
        return tables;
    }
}
