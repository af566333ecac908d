using System.Buffers;
using System.IO.Compression;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>Inflates the messages of one connection, which share one compression context. Not thread-safe.</summary>
/// <remarks>A message ends with the four bytes 00 00 FF FF of a zlib sync flush. Source: Discord documentation, topics/gateway, "Transport Compression".</remarks>
sealed class ZlibStreamInflater : IDisposable
{
    /// <summary>Most bytes of one message; the greatest real ones, of large servers, have some megabytes.</summary>
    const int Longest = 64 * 1024 * 1024;

    static readonly byte[] Suffix = [0, 0, 0xFF, 0xFF];

    readonly FeedStream feed = new();
    readonly ZLibStream zlib;

    /// <summary>Starts a context.</summary>
    public ZlibStreamInflater() => zlib = new ZLibStream(feed, CompressionMode.Decompress);

    /// <summary>Whether bytes end a message.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> bytes) => bytes.EndsWith(Suffix);

    /// <summary>Inflates one whole message.</summary>
    /// <exception cref="InvalidDataException">These are no zlib bytes, or too many.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> bytes)
    {
        feed.Give(bytes);
        var text = new ArrayBufferWriter<byte>(Math.Max(1024, bytes.Length * 4));
        for (int read; (read = zlib.Read(text.GetSpan(4096))) > 0;)
        {
            text.Advance(read);
            if (text.WrittenCount > Longest) throw new InvalidDataException("A message of the gateway is too large.");
        }
        return text.WrittenMemory;
    }

    /// <inheritdoc/>
    public void Dispose() => zlib.Dispose();

    /// <summary>A stream that ends for now when what was given is read, and goes on when more is given.</summary>
    sealed class FeedStream : Stream
    {
        ReadOnlyMemory<byte> rest;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Give(ReadOnlyMemory<byte> bytes) => rest = bytes;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, rest.Length);
            rest.Span[..count].CopyTo(buffer);
            rest = rest[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
