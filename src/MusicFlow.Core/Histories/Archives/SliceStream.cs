namespace MusicFlow.Core.Histories.Archives;

/// <summary>A part of a seekable stream, read forwards.</summary>
/// <param name="whole">The whole stream; not closed with the slice.</param>
/// <param name="start">Where the slice starts.</param>
/// <param name="length">Its length in bytes; a shorter stream ends the slice early.</param>
internal sealed class SliceStream(Stream whole, long start, long length) : ForwardStream
{
    long position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = (int)Math.Min(buffer.Length, length - position);
        if (wanted == 0) return 0;
        whole.Position = start + position;
        var read = await whole.ReadAsync(buffer[..wanted], cancellationToken);
        position += read;
        return read;
    }
}
