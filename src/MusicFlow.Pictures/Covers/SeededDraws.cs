using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MusicFlow.Pictures.Covers;

/// <summary>Numbers drawn from a text: the same text gives the same numbers on every machine. Not thread-safe.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood 2014), started with the text's SHA-256.</remarks>
internal sealed class SeededDraws
{
    ulong state;

    public SeededDraws(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        state = BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    /// <summary>A number from the lower bound up to, but without, the upper.</summary>
    public float Between(float low, float high) => low + (high - low) * ((Next() >> 40) / (float)(1 << 24));

    /// <summary>A whole number from 0 up to, but without, the bound.</summary>
    public int Below(int bound) => (int)((Next() >> 33) % (ulong)bound);

    ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ state >> 30) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB;
        return mixed ^ mixed >> 31;
    }
}
