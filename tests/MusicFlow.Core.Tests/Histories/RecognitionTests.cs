using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class RecognitionTests
{
    [Fact]
    public async Task Content_beats_the_name()
    {
        var reading = await Reading.OfAsync("backup of my music.json", SomeExport.File(SomeExport.ExtendedRow()));

        Assert.Equal(HistoryFileKind.ExtendedHistory, reading.File.Kind);
        Assert.Single(reading.Plays);
    }

    [Theory]
    [InlineData("StreamingHistory_podcast_0.json", """[{"endTime":"2024-01-01 10:00","podcastName":"A","episodeName":"B","msPlayed":5}]""", HistoryFileKind.PodcastHistory, "podcast history")]
    [InlineData("StreamingHistory_audiobook_0.json", """[{"endTime":"2024-01-01 10:00","authorName":"A","audiobookName":"B","chapterName":"C","msPlayed":5}]""", HistoryFileKind.AudiobookHistory, "audiobook history")]
    [InlineData("SearchQueries.json", """[{"platform":"ANDROID","searchTime":"2024-01-01T00:00:00Z[UTC]","searchQuery":"x","searchInteractionURIs":[]}]""", HistoryFileKind.SearchHistory, "searches")]
    [InlineData("Userdata.json", """{"username":"x","email":"y"}""", HistoryFileKind.AccountRecord, "account package")]
    [InlineData("package.json", """{"name":"x","version":"1"}""", HistoryFileKind.Other, "not a file of a Spotify")]
    [InlineData("numbers.json", "[1,2,3]", HistoryFileKind.Other, "not a file of a Spotify")]
    public async Task What_is_no_music_history_is_named_with_advice(string name, string text, HistoryFileKind kind, string advice)
    {
        var reading = await Reading.OfAsync(name, text);

        Assert.Equal((kind, HistoryFileOutcome.Ignored, 0), (reading.File.Kind, reading.File.Outcome, reading.File.Plays));
        Assert.Contains(advice, reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_history_is_known_by_its_name()
    {
        var reading = await Reading.OfAsync("Streaming_History_Video_2018-2023.json", SomeExport.File(SomeExport.ExtendedRow(), SomeExport.ExtendedRow(track: null)));

        Assert.Equal((HistoryFileKind.VideoHistory, HistoryFileOutcome.Ignored), (reading.File.Kind, reading.File.Outcome));
        Assert.Equal(2, reading.File.Skipped[SkipReason.Video]);
        Assert.Empty(reading.Plays);
    }

    [Fact]
    public async Task An_account_package_without_history_is_told_what_to_request()
    {
        var zip = SomeExport.Zip(("MyData/Userdata.json", """{"username":"x"}"""), ("MyData/Playlist1.json", """{"playlists":[]}"""));

        var reading = await Reading.OfAsync("my_spotify_data.zip", zip);

        Assert.Contains("account package", reading.Summary.Advice, StringComparison.Ordinal);
        Assert.Contains("Extended streaming history", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_zip_is_named()
    {
        var reading = await Reading.OfAsync("photos.zip", SomeExport.Zip(("a.jpg", "x"), ("b.json", "{\"a\":1}")));

        Assert.Contains("no Spotify listening history", reading.Summary.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_history_is_taken_with_no_plays()
    {
        var reading = await Reading.OfAsync("StreamingHistory3.json", "[ ]");

        Assert.Equal((HistoryFileKind.AccountHistory, HistoryFileOutcome.Taken, 0), (reading.File.Kind, reading.File.Outcome, reading.File.Rows));
        Assert.Contains("no plays of music", reading.Summary.Advice, StringComparison.Ordinal);
    }
}
