using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class HostileRowTests
{
    const string Name = "StreamingHistory0.json";

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
}
