using System.Buffers.Binary;
using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class LyingArchiveTests
{
    static readonly string history = SomeExport.File(SomeExport.AccountRow());

    [Fact]
    public async Task An_encrypted_entry_is_named()
    {
        var zip = ZipBytes.Patched(SomeExport.Zip(("StreamingHistory0.json", history)), central: 8, local: 6, value: 1, bytes: 2);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Contains("encrypted", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unusual_packing_is_named()
    {
        var zip = ZipBytes.Patched(SomeExport.Zip(("StreamingHistory0.json", history)), central: 10, local: 8, value: 14, bytes: 2);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Contains("method 14", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, 12345u)]            // another checksum
    [InlineData(24, 7u)]                // unpacks to more than it says
    [InlineData(24, 100_000u)]          // unpacks to less than it says
    [InlineData(20, 20u)]               // packed bytes end early
    public async Task An_entry_that_lies_is_refused(int field, uint value)
    {
        var zip = ZipBytes.Patched(SomeExport.Zip(("StreamingHistory0.json", history)), field, local: null, value, bytes: 4);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
    }

    [Fact]
    public async Task A_flipped_bit_is_refused()
    {
        var text = SomeExport.File(Enumerable.Range(0, 3_000).Select(i => SomeExport.AccountRow(ms: $"{i * 7919 % 100_000}")));
        var zip = SomeExport.Zip(("StreamingHistory0.json", text));
        zip[zip.Length / 2] ^= 0x10;

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
    }

    [Fact]
    public async Task Overlapping_entries_refuse_the_archive()
    {
        var zip = SomeExport.Zip(("StreamingHistory0.json", history), ("StreamingHistory1.json", history));
        var second = ZipBytes.Find(zip, 0x02014b50, from: ZipBytes.Find(zip, 0x02014b50) + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(second + 42), 0);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Contains("overlap", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_counts_wrong_refuses_the_archive()
    {
        var zip = SomeExport.Zip(("a.json", history), ("b.json", history));
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(ZipBytes.Find(zip, 0x06054b50) + 10), 1);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Equal((HistoryFileKind.Archive, HistoryFileOutcome.Refused), (reading.File.Kind, reading.File.Outcome));
    }

    [Fact]
    public async Task Every_changed_byte_is_survived()
    {
        var zip = SomeExport.Zip(("StreamingHistory0.json", history));

        for (var at = 2; at < zip.Length; at++)
        {
            var changed = (byte[])zip.Clone();
            changed[at] ^= 0xFF;

            var reading = await Reading.OfAsync("my.zip", changed);

            Assert.All(reading.Plays, play => Assert.Equal(Some.Play(), play));
        }
    }
}
