using System.Text;
using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class HistoryReaderTests
{
    [Fact]
    public async Task An_account_row_becomes_a_play()
    {
        var reading = await Reading.OfAsync("StreamingHistory0.json", SomeExport.File(SomeExport.AccountRow(track: "Brücke \"7\" \\ 夜", ms: "29999")));

        Assert.Equal(new Play(new(2024, 5, 17, 20, 15, 0, TimeSpan.Zero), "Brücke \"7\" \\ 夜", "The Paper Lanterns", null, null, 29_999, false), Assert.Single(reading.Plays));
        Assert.Equal((HistoryFileKind.AccountHistory, HistoryFileOutcome.Taken, 1, 0), (reading.File.Kind, reading.File.Outcome, reading.File.Plays, reading.File.Streams));
    }

    [Fact]
    public async Task An_extended_row_becomes_a_play()
    {
        var reading = await Reading.OfAsync("Streaming_History_Audio_2024_1.json", SomeExport.File(SomeExport.ExtendedRow(incognito: true)));

        Assert.Equal(
            new Play(new(2024, 5, 17, 20, 15, 42, TimeSpan.Zero), "Glass Harbour", "The Paper Lanterns", "Night Ferries", "0001abcdefghijklmnopqr", 180_000, true),
            Assert.Single(reading.Plays));
        Assert.Equal((HistoryFileKind.ExtendedHistory, 0), (reading.File.Kind, reading.File.Streams));
    }

    [Fact]
    public async Task Episodes_audiobooks_and_nameless_rows_are_skipped_by_reason()
    {
        var rows = SomeExport.File(
            SomeExport.ExtendedRow(),
            SomeExport.ExtendedRow(track: null, artist: null, episode: "Number 12"),
            SomeExport.ExtendedRow(track: null, artist: null, audiobook: "Long Tale"),
            SomeExport.ExtendedRow(track: null, artist: null));

        var reading = await Reading.OfAsync("endsong_3.json", rows);

        Assert.Equal((4, 1), (reading.File.Rows, reading.File.Plays));
        Assert.Equal(
            new Dictionary<SkipReason, int> { [SkipReason.Podcast] = 1, [SkipReason.Audiobook] = 1, [SkipReason.NoTrack] = 1 },
            reading.File.Skipped);
    }

    [Fact]
    public async Task A_whole_package_is_read_from_its_zip()
    {
        var zip = SomeExport.Zip(
            ("MyData/StreamingHistory_music_0.json", SomeExport.File(SomeExport.AccountRow(), SomeExport.AccountRow(artist: "Ode"))),
            ("MyData/StreamingHistory_music_1.json", SomeExport.File(SomeExport.AccountRow(artist: "Ode", endTime: "2023-01-02 03:04"))),
            ("MyData/YourLibrary.json", """{"tracks":[{"artist":"Ode","album":"Al","track":"Tr","uri":"spotify:track:0001abcdefghijklmnopqr"}]}"""),
            ("MyData/ReadMeFirst.pdf", "%PDF"),
            ("__MACOSX/MyData/._StreamingHistory_music_0.json", "\0\0"));

        var reading = await Reading.OfAsync("my_spotify_data.zip", zip);

        Assert.Equal((3, 3L, 2), (reading.Plays.Count, reading.Summary.Plays, reading.Summary.Artists));
        Assert.Equal((new DateTimeOffset(2023, 1, 2, 3, 4, 0, TimeSpan.Zero), Some.Evening), (reading.Summary.First, reading.Summary.Last));
        Assert.Equal(4, reading.Summary.Files.Count);
        Assert.Equal(new SavedTrack("Tr", "Ode", "Al", "0001abcdefghijklmnopqr"), Assert.Single(reading.Summary.Library!.Tracks));
    }

    [Fact]
    public async Task A_folder_is_read_with_its_folders_and_zips()
    {
        var folder = Directory.CreateTempSubdirectory("musicflow-");
        try
        {
            var inner = folder.CreateSubdirectory("Spotify Extended Streaming History");
            await File.WriteAllTextAsync(Path.Combine(inner.FullName, "endsong_0.json"), SomeExport.File(SomeExport.ExtendedRow()), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "my.zip"), SomeExport.Zip(("StreamingHistory0.json", SomeExport.File(SomeExport.AccountRow()))), TestContext.Current.CancellationToken);

            var reading = await Reading.OfPathAsync(folder.FullName);

            Assert.Equal(2, reading.Plays.Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_a_sentence()
    {
        var reading = await Reading.OfPathAsync("no/such/export.zip");

        Assert.Equal(HistoryFileOutcome.Refused, reading.File.Outcome);
        Assert.Contains("no/such/export.zip", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_that_cannot_seek_is_read_too()
    {
        var zip = SomeExport.Zip(("endsong_0.json", SomeExport.File(SomeExport.ExtendedRow())));
        using var upload = new OneWayStream(zip);

        var reading = await Reading.OfAsync("upload", upload);

        Assert.Single(reading.Plays);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task Byte_order_marks_and_utf16_are_understood(string encoding, bool mark)
    {
        var code = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? code.GetPreamble() : [], .. code.GetBytes(SomeExport.File(SomeExport.AccountRow(track: "Ænd 夜")))];

        var reading = await Reading.OfAsync("StreamingHistory0.json", bytes);

        Assert.Equal("Ænd 夜", Assert.Single(reading.Plays).Title);
    }

    [Fact]
    public async Task Rows_that_straddle_the_buffer_are_read_whole()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => SomeExport.AccountRow(track: $"Song {i}", ms: $"{i}"));

        var reading = await Reading.OfAsync("StreamingHistory0.json", SomeExport.File(rows));

        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => (i, $"Song {i}")), reading.Plays.Select(play => (play.MsPlayed, play.Title)));
    }
}
