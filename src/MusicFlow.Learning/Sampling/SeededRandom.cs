namespace MusicFlow.Learning.Sampling;

/// <summary>A small generator whose whole state is one number: the same seed and stream give the same draws on every machine.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", fig. 13).</remarks>
internal sealed class SeededRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <param name="seed">Seed of the whole run.</param>
    /// <param name="stream">Tells apart the draws of one run: purpose, tree, node.</param>
    public SeededRandom(ulong seed, ulong stream = 0) => state = Mix(seed + Gamma) ^ Mix(stream * Gamma + 1);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits() => Mix(state += Gamma);

    /// <summary>The next number in [0, 1), in steps of 2⁻⁵³.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>The next whole number in [0, <paramref name="limit"/>).</summary>
    public int NextBelow(int limit) => (int)Math.BigMul(NextBits(), (ulong)limit, out _);

    /// <summary>The next standard normal number, by Box and Muller's transform.</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>Puts the items into a random order (Fisher and Yates).</summary>
    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
