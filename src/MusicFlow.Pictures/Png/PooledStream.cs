using System.Buffers;

namespace MusicFlow.Pictures.Png;

/// <summary>Collects bytes in pooled memory. Write only; not thread-safe.</summary>
internal sealed class PooledStream : Stream
{
    const int FirstLength = 1 << 17;

    byte[] memory = ArrayPool<byte>.Shared.Rent(FirstLength);
    int length;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => length;

    public override long Position { get => length; set => throw new NotSupportedException(); }

    /// <summary>The bytes so far; valid until the next is written.</summary>
    public Span<byte> Written => memory.AsSpan(0, length);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.Length > memory.Length - length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * memory.Length, checked(length + buffer.Length)));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(memory);
            memory = larger;
        }
        buffer.CopyTo(memory.AsSpan(length));
        length += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (memory.Length > 0) ArrayPool<byte>.Shared.Return(memory);
        (memory, length) = ([], 0);
        base.Dispose(disposing);
    }
}
