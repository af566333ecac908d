using System.Runtime.InteropServices;
using MusicFlow.Learning;

namespace MusicFlow.Benchmarks;

/// <summary>Float32 values without any header, little-endian and row-major: what <c>numpy.tofile</c> writes.</summary>
internal static class RawFloats
{
    public static FeatureMatrix Read(string path, int features)
    {
        var values = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray();
        return new FeatureMatrix(values, values.Length / features, features);
    }

    public static void Write(string path, ReadOnlySpan<float> values) => File.WriteAllBytes(path, MemoryMarshal.AsBytes(values));
}
