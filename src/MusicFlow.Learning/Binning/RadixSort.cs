namespace MusicFlow.Learning.Binning;

/// <summary>Sorts float32 values faster than comparisons can: three stable passes over eleven bits of an order-preserving key.</summary>
internal static class RadixSort
{
    private const int Digit = 11;
    private const int Buckets = 1 << Digit;
    private const int SmallLength = 1024;

    /// <summary>Sorts ascending.</summary>
    /// <param name="values">No NaN.</param>
    public static void Sort(Span<float> values)
    {
        if (values.Length <= SmallLength)
        {
            values.Sort();
            return;
        }
        var keys = new uint[values.Length];
        var swap = new uint[values.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = Key(values[i]);
        for (var shift = 0; shift < 32; shift += Digit)
        {
            Pass(keys, swap, shift);
            (keys, swap) = (swap, keys);
        }
        for (var i = 0; i < keys.Length; i++) values[i] = Value(keys[i]);
    }

    private static void Pass(uint[] from, uint[] to, int shift)
    {
        var next = new int[Buckets];
        foreach (var key in from) next[(key >> shift) & (Buckets - 1)]++;
        var start = 0;
        for (var i = 0; i < Buckets; i++) (next[i], start) = (start, start + next[i]);
        foreach (var key in from) to[next[(key >> shift) & (Buckets - 1)]++] = key;
    }

    // Negative floats order backwards by their bits: flip all bits of those, and the sign bit of the others.
    private static uint Key(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return bits ^ ((uint)((int)bits >> 31) | 0x80000000);
    }

    private static float Value(uint key) => BitConverter.UInt32BitsToSingle(key ^ ((uint)((int)~key >> 31) | 0x80000000));
}
