namespace MusicFlow.Core.Histories.Archives;

/// <summary>A stream whose first bytes were looked at and are given out again.</summary>
internal sealed class PeekedStream : ForwardStream
{
    const int Peeked = 4;

    readonly Stream rest;
    readonly byte[] head;
    int given;

    PeekedStream(Stream rest, byte[] head) => (this.rest, this.head) = (rest, head);

    /// <summary>The first bytes, at most four.</summary>
    public ReadOnlySpan<byte> Head => head;

    /// <summary>Looks at the beginning of a stream, which the caller keeps and closes.</summary>
    public static async Task<PeekedStream> OpenAsync(Stream stream, CancellationToken ct)
    {
        var first = new byte[Peeked];
        var length = await stream.ReadAtLeastAsync(first, Peeked, throwOnEndOfStream: false, ct);
        return new PeekedStream(stream, first[..length]);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (given == head.Length) return await rest.ReadAsync(buffer, cancellationToken);
        var count = Math.Min(buffer.Length, head.Length - given);
        head.AsMemory(given, count).CopyTo(buffer);
        given += count;
        return count;
    }
}
