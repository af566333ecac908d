using MusicFlow.Core.Histories.Archives;

namespace MusicFlow.Core.Tests.Histories.Archives;

public sealed class Crc32Tests
{
    [Fact]
    public void The_check_value_of_the_standard_comes_out_however_the_bytes_are_cut()
    {
        for (var cut = 0; cut <= 9; cut++)
        {
            var crc = new Crc32();
            crc.Append("123456789"u8[..cut]);
            crc.Append("123456789"u8[cut..]);

            Assert.Equal(0xCBF43926u, crc.Value);
        }
    }
}
