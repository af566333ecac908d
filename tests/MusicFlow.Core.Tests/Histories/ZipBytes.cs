using System.Buffers.Binary;

namespace MusicFlow.Core.Tests.Histories;

/// <summary>Changes single fields of a ZIP, as only a hostile hand does.</summary>
internal static class ZipBytes
{
    /// <summary>Overwrites a field of the first entry, in the table of contents and, where given, in its local header.</summary>
    public static byte[] Patched(byte[] zip, int central, int? local, uint value, int bytes)
    {
        Write(zip.AsSpan(Find(zip, 0x02014b50) + central), value, bytes);
        if (local is { } offset) Write(zip.AsSpan(Find(zip, 0x04034b50) + offset), value, bytes);
        return zip;
    }

    static void Write(Span<byte> target, uint value, int bytes)
    {
        if (bytes == 2) BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)value);
        else BinaryPrimitives.WriteUInt32LittleEndian(target, value);
    }

    /// <summary>Where a record with this signature starts.</summary>
    public static int Find(byte[] zip, uint signature, int from = 0)
    {
        Span<byte> wanted = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(wanted, signature);
        return from + zip.AsSpan(from).IndexOf(wanted);
    }
}
