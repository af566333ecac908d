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

    [Theory]
    [InlineData("-1", SkipReason.BadDuration)]
    [InlineData("1.5", SkipReason.BadDuration)]
    [InlineData("1e400", SkipReason.BadDuration)]
    [InlineData("99999999999999999999999999", SkipReason.BadDuration)]
    [InlineData("86400001", SkipReason.BadDuration)]
    [InlineData("\"180000\"", SkipReason.BadDuration)]
    [InlineData("null", SkipReason.BadDuration)]
    [InlineData("[180000]", SkipReason.BadDuration)]
    [InlineData("{\"msPlayed\":1}", SkipReason.BadDuration)]
    public async Task Absurd_durations_skip_their_row(string ms, SkipReason reason)
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File(SomeExport.AccountRow(ms: ms), SomeExport.AccountRow()));

        Assert.Single(reading.Plays);
        Assert.Equal(new Dictionary<SkipReason, int> { [reason] = 1 }, reading.File.Skipped);
    }

    [Theory]
    [InlineData("1970-01-01 00:00")]
    [InlineData("2006-04-22 23:59")]
    [InlineData("2026-01-03 00:00")]
    [InlineData("9999-12-31 23:59")]
    [InlineData("2024-02-30 10:00")]
    [InlineData("2024-13-01 10:00")]
    [InlineData("yesterday")]
    [InlineData("")]
    public async Task Absurd_times_skip_their_row(string endTime)
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File(SomeExport.AccountRow(endTime), SomeExport.AccountRow()));

        Assert.Single(reading.Plays);
        Assert.Equal(new Dictionary<SkipReason, int> { [SkipReason.BadTime] = 1 }, reading.File.Skipped);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[\"x\"]")]
    [InlineData("\"\\ud800\"")]
    public async Task Texts_of_the_wrong_kind_skip_their_row(string title)
    {
        var row = $$"""{"endTime":"2024-05-17 20:15","artistName":"A","trackName":{{title}},"msPlayed":5}""";

        var reading = await Reading.OfAsync(Name, SomeExport.File(row, SomeExport.AccountRow()));

        Assert.Single(reading.Plays);
        Assert.Equal(new Dictionary<SkipReason, int> { [SkipReason.BadText] = 1 }, reading.File.Skipped);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_skip_their_row()
    {
        byte[] bytes = [.. "[{\"endTime\":\"2024-05-17 20:15\",\"artistName\":\"A\",\"trackName\":\""u8, 0xC3, 0x28, .. "\",\"msPlayed\":5}]"u8];

        var reading = await Reading.OfAsync(Name, bytes);

        Assert.Equal(1, reading.File.Skipped[SkipReason.BadText]);
    }

    [Theory]
    [InlineData(1_000, 1, 0)]
    [InlineData(1_001, 0, 1)]
    [InlineData(100_000, 0, 1)]
    public async Task A_title_may_have_a_thousand_letters(int length, int plays, int skipped)
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File(SomeExport.AccountRow(track: new string('x', length))));

        Assert.Equal((plays, skipped), (reading.Plays.Count, reading.File.Skipped.GetValueOrDefault(SkipReason.BadText)));
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
    public async Task Elements_that_are_no_rows_are_counted()
    {
        var reading = await Reading.OfAsync(Name, SomeExport.File("1", "null", "\"x\"", "[[]]", "{}", "{\"a\":{\"endTime\":1}}", SomeExport.AccountRow()));

        Assert.Single(reading.Plays);
        Assert.Equal(new Dictionary<SkipReason, int> { [SkipReason.NotARow] = 6 }, reading.File.Skipped);
    }

    [Fact]
    public async Task Escaped_property_names_mean_the_same()
    {
        var reading = await Reading.OfAsync(Name, """[{"endT\u0069me":"2024-05-17 20:15","artistName":"A","track\u004eame":"B","msPlayed":5}]""");

        Assert.Equal("B", Assert.Single(reading.Plays).Title);
    }

    [Theory]
    [InlineData("spotify:track:short")]
    [InlineData("spotify:local:a:b:c:123")]
    [InlineData("spotify:track:0001abcdefghijklmnop/.")]
    [InlineData("https://example.org/0001abcdefghijklmno")]
    public async Task A_uri_that_is_no_track_gives_no_id(string uri)
    {
        var row = SomeExport.ExtendedRow().Replace("spotify:track:0001abcdefghijklmnopqr", uri, StringComparison.Ordinal);

        var reading = await Reading.OfAsync("endsong_0.json", SomeExport.File(row));

        Assert.Null(Assert.Single(reading.Plays).SpotifyId);
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
