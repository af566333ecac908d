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
    public async Task Every_cut_of_an_archive_is_refused_without_an_exception()
    {
        var zip = SomeExport.Zip(("StreamingHistory0.json", history), ("x/StreamingHistory1.json", history));

        for (var length = 2; length < zip.Length; length++)
        {
            var reading = await Reading.OfAsync("my.zip", zip[..length]);

            Assert.Equal((HistoryFileKind.Archive, HistoryFileOutcome.Refused), (reading.File.Kind, reading.File.Outcome));
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
}
