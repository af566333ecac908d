using System.Runtime.InteropServices;

namespace MusicFlow.Learning.Buffers;

/// <summary>A block of memory outside the garbage collector, aligned to a cache line, for the kernels that work with pointers.</summary>
/// <remarks>
/// Sixty-four bytes behind the last element may be read and written too, so that a kernel may finish with a whole vector.
/// Not thread-safe to dispose while in use; the owner disposes it after the last kernel has returned.
/// </remarks>
internal sealed unsafe class AlignedBuffer<T> : IDisposable where T : unmanaged
{
    private const int CacheLine = 64;

    /// <summary>Number of elements, the slack behind the end not counted.</summary>
    public nint Length { get; }

    /// <summary>The first element; every element starts as zero.</summary>
    public T* Pointer { get; private set; }

    /// <param name="length">Number of elements, ≥ 0.</param>
    public AlignedBuffer(nint length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        var bytes = checked((nuint)length * (nuint)sizeof(T) + CacheLine);
        Pointer = (T*)NativeMemory.AlignedAlloc(bytes, bytes < HugePages.Size ? CacheLine : HugePages.Size);
        if (bytes >= HugePages.Size) HugePages.Advise(Pointer, bytes);
        NativeMemory.Clear(Pointer, bytes);
    }

    /// <summary>A checked view of a part.</summary>
    public Span<T> Slice(nint start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - count);
        return new Span<T>(Pointer + start, count);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
    }
}
