using System.Text;
using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class HostileJsonTests
{
    const string Name = "StreamingHistory0.json";

    [Fact]
    public async Task A_cut_file_is_refused_with_the_position_and_leaves_no_play()
    {
        var rows = SomeExport.File(Enumerable.Range(0, 9_000).Select(i => SomeExport.AccountRow(ms: $"{i}")));

        var reading = await Reading.OfAsync(Name, rows[..^40]);

        Assert.Equal((HistoryFileOutcome.Refused, 0, 0), (reading.File.Outcome, reading.File.Plays, reading.Plays.Count));
        Assert.True(reading.Sink.Dropped > 0, "Plays before the cut were handed on and must be taken back.");
        Assert.Contains("line 9,000", reading.File.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_damaged_file_the_others_go_on()
    {
        var zip = SomeExport.Zip(
            ("a/StreamingHistory0.json", SomeExport.File(SomeExport.AccountRow())[..^1]),
            ("a/StreamingHistory1.json", SomeExport.File(SomeExport.AccountRow(track: "Kept"))));

        var reading = await Reading.OfAsync("my.zip", zip);

        Assert.Equal("Kept", Assert.Single(reading.Plays).Title);
        Assert.Equal("a/StreamingHistory0.json", Assert.Single(reading.Summary.Refused).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u00EF\u00BB\u00BF")]
    public async Task An_empty_file_is_named(string latin1)
    {
        var reading = await Reading.OfAsync(Name, Encoding.Latin1.GetBytes(latin1));

        Assert.Contains("empty", reading.File.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[{},]")]
    [InlineData("[] []")]
    [InlineData("[{\"endTime\": 'x'}]")]
    [InlineData("[NaN]")]
    [InlineData("[\u0000]")]
    public async Task What_is_not_json_is_refused(string text)
    {
        var reading = await Reading.OfAsync(Name, text);

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
        Assert.Contains("line 1", reading.File.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_megabytes_refuses_the_file()
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File(SomeExport.AccountRow(), SomeExport.AccountRow(track: new string('x', 3_000_000))));

        Assert.Equal((HistoryFileOutcome.Refused, 0), (reading.File.Outcome, reading.Plays.Count));
        Assert.Contains("longer than any real export", reading.File.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_megabytes_refuses_the_file()
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File(SomeExport.AccountRow(ms: new string('9', 3_000_000))));

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
    }

    [Fact]
    public async Task Megabytes_of_blanks_are_harmless()
    {
        var reading = await Reading.OfAsync(Name, $"[{new string(' ', 3_000_000)}{SomeExport.AccountRow()}{new string('\n', 3_000_000)}]");

        Assert.Single(reading.Plays);
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public async Task Deep_nesting_refuses_the_file(char open, char close)
    {
        var nest = open == '[' ? new string(open, 100_000) + new string(close, 100_000) : string.Concat(Enumerable.Repeat("{\"a\":", 100_000));

        var reading = await Reading.OfAsync(Name, "[" + nest);

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
    }

    [Fact]
    public async Task More_than_the_byte_limit_is_refused()
    {
        var rows = SomeExport.File(Enumerable.Repeat(SomeExport.AccountRow(), 10_000));

        var reading = await Reading.OfAsync(Name, rows, HistoryLimits.Default with { Bytes = 300_000 });

        Assert.Equal((HistoryFileOutcome.Refused, 0), (reading.File.Outcome, reading.Plays.Count));
    }

    [Fact]
    public async Task An_upload_over_its_limit_is_refused()
    {
        using var upload = new OneWayStream(new byte[5_000]);

        var reading = await Reading.OfAsync("upload", upload, HistoryLimits.Default with { UploadBytes = 4_000 });

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
    }

    [Fact]
    public async Task A_stopped_reading_throws()
    {
        using var upload = new MemoryStream(Encoding.UTF8.GetBytes(SomeExport.File(SomeExport.AccountRow())));
        var reader = new HistoryReader(TimeProvider.System, HistoryLimits.Default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.ReadAsync(upload, Name, new CollectingPlaySink(), new CancellationToken(canceled: true)));
    }
}
