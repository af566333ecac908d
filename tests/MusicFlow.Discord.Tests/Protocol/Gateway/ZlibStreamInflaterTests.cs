using System.IO.Compression;
using System.Text;
using MusicFlow.Discord.Protocol.Gateway;

namespace MusicFlow.Discord.Tests.Protocol.Gateway;

public sealed class ZlibStreamInflaterTests
{
    [Fact]
    public void Messages_of_any_length_share_one_context()
    {
        using var compressed = new MemoryStream();
        using var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true);
        using var inflater = new ZlibStreamInflater();
        foreach (var length in new[] { 1, 10, 5_000, 200_000, 3, 70_000 })
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 26)));
            compressed.SetLength(0);
            zlib.Write(Encoding.UTF8.GetBytes(text));
            zlib.Flush();
            var bytes = compressed.ToArray();

            Assert.True(ZlibStreamInflater.IsWhole(bytes));
            Assert.Equal(text, Encoding.UTF8.GetString(inflater.Inflate(bytes).Span));
        }
    }

    [Fact]
    public void A_message_without_its_end_is_not_whole() => Assert.False(ZlibStreamInflater.IsWhole([0x78, 0x9C, 0, 0]));

    [Fact]
    public void Bytes_that_are_no_zlib_are_refused()
    {
        using var inflater = new ZlibStreamInflater();

        Assert.Throws<InvalidDataException>(() => inflater.Inflate(new byte[] { 1, 2, 3, 4, 0, 0, 0xFF, 0xFF }));
    }
}
