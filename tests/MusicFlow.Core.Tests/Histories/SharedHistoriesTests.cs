using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class SharedHistoriesTests
{
    [Theory]
    [InlineData("listener1.zip", 18604, 15581)]
    [InlineData("listener2.zip", 17465, 10405)]
    [InlineData("listener3.zip", 16260, 9581)]
    [InlineData("listener4.zip", 9595, 8585)]
    [InlineData("listener5.zip", 8833, 3997)]
    public async Task The_package_of_a_real_listener_is_read_whole(string zip, int plays, int streams)
    {
        var reading = await Reading.OfPathAsync(Shared("histories/" + zip));

        var history = ListeningHistory.Of(reading.Plays);
        Assert.Equal((plays, streams), (reading.Summary.Plays, reading.Summary.Streams));
        Assert.Equal((plays, streams, 0), (history.Count, history.Streams, history.Merged));
        Assert.Equal(plays, reading.Summary.Rows);
        Assert.All(reading.Summary.Files, file => Assert.Equal((HistoryFileKind.AccountHistory, HistoryFileOutcome.Taken), (file.Kind, file.Outcome)));
        Assert.Null(reading.Summary.Advice);
    }

    [Theory]
    [InlineData("account_StreamingHistory0.json", HistoryFileKind.AccountHistory, 400, 400)]
    [InlineData("account_StreamingHistory_music_0.json", HistoryFileKind.AccountHistory, 400, 400)]
    [InlineData("account_StreamingHistory_podcast_0.json", HistoryFileKind.PodcastHistory, 40, 0)]
    [InlineData("extended_2021_endsong_1.json", HistoryFileKind.ExtendedHistory, 300, 300)]
    [InlineData("extended_2023_Streaming_History_Audio_2023_8.json", HistoryFileKind.ExtendedHistory, 300, 300)]
    [InlineData("extended_2025_Streaming_History_Audio_2025_11.json", HistoryFileKind.ExtendedHistory, 300, 286)]
    [InlineData("extended_2025_Streaming_History_Audio_2025_7.json", HistoryFileKind.ExtendedHistory, 300, 300)]
    public async Task Every_format_is_known_by_its_content(string file, HistoryFileKind kind, int rows, int plays)
    {
        var reading = await Reading.OfPathAsync(Shared("histories/formats/" + file));

        Assert.Equal((kind, rows, plays), (reading.File.Kind, reading.File.Rows, reading.File.Plays));
    }

    [Fact]
    public async Task The_saved_library_is_read()
    {
        var reading = await Reading.OfPathAsync(Shared("histories/formats/account_YourLibrary.json"));

        Assert.Equal((30, 30), (reading.Summary.Library!.Tracks.Count, reading.Summary.Library.Albums.Count));
        Assert.Equal("Dancing On Glass", reading.Summary.Library.Tracks[0].Title);
    }

    [Fact]
    public async Task The_folder_of_all_formats_is_read_in_one_go()
    {
        var reading = await Reading.OfPathAsync(Shared("histories/formats"));

        Assert.Equal(9, reading.Summary.Files.Count);
        Assert.Equal(1986, reading.Summary.Plays);
        Assert.Empty(reading.Summary.Refused);
        Assert.NotNull(reading.Summary.Library);
    }

    static string Shared(string relative)
    {
        var path = SharedFiles.Find(relative);
        if (path is null) Assert.Skip($"shared/data/{relative} is absent: the check against real exports was skipped.");
        return path;
    }
}
