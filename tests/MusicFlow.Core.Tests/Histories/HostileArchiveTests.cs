using System.Buffers.Binary;
using System.Text;
using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class HostileArchiveTests
{
    static readonly string history = SomeExport.File(SomeExport.AccountRow());

    [Fact]
    public async Task A_zip_bomb_is_refused_by_its_ratio()
    {
        var bomb = SomeExport.Zip(("StreamingHistory0.json", "[" + new string(' ', 10_000_000) + "]"), ("StreamingHistory1.json", history));

        var reading = await Reading.OfAsync("my.zip", bomb);

        Assert.Single(reading.Plays);
        Assert.Contains("times its size", Assert.Single(reading.Summary.Refused).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_inside_an_archive_is_never_opened()
    {
        var inner = SomeExport.Zip(("StreamingHistory0.json", new byte[10_000_000]));
        var outer = SomeExport.Zip(("inner.zip", inner), ("inner.json", inner));

        var reading = await Reading.OfAsync("my.zip", outer);

        Assert.Empty(reading.Plays);
        Assert.Contains("archive inside an archive", reading.Summary.Files.Single(file => file.Name == "inner.zip").Problem, StringComparison.Ordinal);
        Assert.Equal(HistoryFileOutcome.Refused, reading.Summary.Files.Single(file => file.Name == "inner.json").Outcome);
    }

    [Theory]
    [InlineData("../../x/StreamingHistory0.json")]
    [InlineData("/etc/StreamingHistory0.json")]
    [InlineData("C:\\Windows\\StreamingHistory0.json")]
    [InlineData("\\\\server\\share\\StreamingHistory0.json")]
    public async Task Names_are_never_paths(string name)
    {
        var reading = await Reading.OfAsync("my.zip", SomeExport.Zip((name, history)));

        Assert.Single(reading.Plays);
        Assert.Equal(name, reading.File.Name);
    }

    [Fact]
    public async Task Names_are_shown_without_tricks()
    {
        var reading = await Reading.OfAsync("my.zip", SomeExport.Zip(($"{new string('a', 300)}\u001b[31m\u202e\r\n.json", history)));

        Assert.True(reading.File.Name.Length <= 120);
        Assert.DoesNotContain(reading.File.Name, letter => char.IsControl(letter) || letter == '\u202e');
    }

    [Fact]
    public async Task An_encrypted_entry_is_named()
    {
        var zip = Patched(SomeExport.Zip(("StreamingHistory0.json", history)), central: 8, local: 6, value: 1, bytes: 2);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Contains("encrypted", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unusual_packing_is_named()
    {
        var zip = Patched(SomeExport.Zip(("StreamingHistory0.json", history)), central: 10, local: 8, value: 14, bytes: 2);

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
        var zip = Patched(SomeExport.Zip(("StreamingHistory0.json", history)), field, local: null, value, bytes: 4);

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
        var second = Find(zip, 0x02014b50, from: Find(zip, 0x02014b50) + 1);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(second + 42), 0);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Empty(reading.Plays);
        Assert.Contains("overlap", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_entries_with_one_name_the_first_is_read_and_the_second_named()
    {
        var reading = await Reading.OfAsync("my.zip", SomeExport.Zip(("StreamingHistory0.json", history), ("StreamingHistory0.json", history)));

        Assert.Single(reading.Plays);
        Assert.Contains("two files of this name", Assert.Single(reading.Summary.Refused).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_entries_refuse_the_archive()
    {
        var zip = SomeExport.Zip(Enumerable.Range(0, 6).Select(i => ($"StreamingHistory{i}.json", history)));

        var reading = await Reading.OfAsync("my.zip", zip, HistoryLimits.Default with { Entries = 5 });

        Assert.Empty(reading.Plays);
        Assert.Contains("more than 5 files", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_counts_wrong_refuses_the_archive()
    {
        var zip = SomeExport.Zip(("a.json", history), ("b.json", history));
        BinaryPrimitives.WriteUInt16LittleEndian(zip.AsSpan(Find(zip, 0x06054b50) + 10), 1);

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Equal((HistoryFileKind.Archive, HistoryFileOutcome.Refused), (reading.File.Kind, reading.File.Outcome));
    }

    [Fact]
    public async Task Every_cut_of_an_archive_is_refused_without_an_exception()
    {
        var zip = SomeExport.Zip(("StreamingHistory0.json", history), ("x/StreamingHistory1.json", history));

        for (var length = 2; length < zip.Length; length++)
        {
            var reading = await Reading.OfAsync("my.zip", zip[..length]);

            Assert.Equal((HistoryFileKind.Archive, HistoryFileOutcome.Refused), (reading.File.Kind, reading.File.Outcome));
        }
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

    [Theory]
    [InlineData("my.zip", "not a zip", "cut off or damaged")]
    [InlineData("history.json.gz", "\u001f\u008b\u0008", "gzip")]
    [InlineData("my.zip", "PK\u0003\u0004", "cut off or damaged")]
    public async Task What_only_looks_like_an_archive_is_named(string name, string latin1, string sentence)
    {
        var reading = await Reading.OfAsync(name, Encoding.Latin1.GetBytes(latin1));

        Assert.Contains(sentence, reading.Summary.Advice, StringComparison.Ordinal);
    }

    static byte[] Patched(byte[] zip, int central, int? local, uint value, int bytes)
    {
        Write(zip.AsSpan(Find(zip, 0x02014b50) + central), value, bytes);
        if (local is { } offset) Write(zip.AsSpan(Find(zip, 0x04034b50) + offset), value, bytes);
        return zip;
    }

    static void Write(Span<byte> target, uint value, int bytes)
    {
        if (bytes == 2) BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)value);
        else BinaryPrimitives.WriteUInt32LittleEndian(target, value);
    }

    static int Find(byte[] zip, uint signature, int from = 0)
    {
        Span<byte> wanted = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(wanted, signature);
        return from + zip.AsSpan(from).IndexOf(wanted);
    }
}
