using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Tracks;

public sealed class TrackFinderTests
{
    [Theory]
    [InlineData("The Less I Know The Better - Tame Impala", "The Less I Know The Better")]
    [InlineData("tame impala - the less i know the better (2015 remaster)", "The Less I Know The Better")]
    [InlineData("the les i know the beter - tame imapla", "The Less I Know The Better")]
    [InlineData("the less i know the better tame impala", "The Less I Know The Better")]
    [InlineData("tame impala the less i know the better", "The Less I Know The Better")]
    [InlineData("The Less I Know The Better", "The Less I Know The Better")]
    [InlineData("Wonderwall - Live - Oasis", "Wonderwall - Live")]
    [InlineData("wonderwall (live) by oasis", "Wonderwall - Live")]
    [InlineData("Wonderwall - Oasis", "Wonderwall")]
    [InlineData("Wonderwall oasis feat. nobody", "Wonderwall")]
    [InlineData("beyonce - crazy in love", "Crazy In Love (feat. JAY-Z)")]
    [InlineData("crazy in love - jay z", "Crazy In Love (feat. JAY-Z)")]
    [InlineData("stand by me - ben e king", "Stand by Me")]
    [InlineData("stand by me", "Stand by Me")]
    [InlineData("группа крови - кино", "Группа крови")]
    [InlineData("кино группа кровы", "Группа крови")]
    [InlineData("夜に駆ける yoasobi", "夜に駆ける")]
    [InlineData("방탄소년단 - 봄날", "봄날")]
    [InlineData("أهواك - عبد الحليم حافظ", "أهواك")]
    [InlineData("ahwak", null)]
    [InlineData("Divide ÷ nothing", null)]
    [InlineData("÷ - ???", "÷")]
    [InlineData("spotify:track:6habFhsOp2NvshLv26DqMb", "Wonderwall")]
    public async Task The_track_a_text_means_is_found(string text, string? title)
    {
        var match = await (await FinderAsync()).FindAsync(text, TestContext.Current.CancellationToken);

        Assert.Equal(title, (match as TrackMatch.Found)?.Track.Title?.Value);
    }

    [Theory]
    [InlineData("hello", "Hello/Adele", "Hello/Lionel Richie")]
    [InlineData("Adele - Queen", "Adele/Queen", "Queen/Adele")]
    public async Task Where_two_recordings_fit_alike_both_are_offered(string text, params string[] choices)
    {
        var match = await (await FinderAsync()).FindAsync(text, TestContext.Current.CancellationToken);

        var several = Assert.IsType<TrackMatch.Several>(match);
        Assert.Equal(choices, several.Tracks.Select(track => $"{track.Title?.Value}/{track.Artists!.Value.Value[0]}"));
    }

    [Theory]
    [InlineData("The Less I Know The Better - ABBA")]
    [InlineData("Waterloo - Tame Impala")]
    [InlineData("Hello - Oasis")]
    [InlineData("zzzz qqqq")]
    public async Task A_song_that_is_not_there_is_not_replaced_by_a_near_one(string text)
    {
        var match = await (await FinderAsync()).FindAsync(text, TestContext.Current.CancellationToken);

        var none = Assert.IsType<TrackMatch.None>(match);
        Assert.NotEmpty(none.Nearest);
        Assert.All(none.Nearest, nearest => Assert.InRange(nearest.Score, 0, 0.72));
        Assert.Equal(none.Nearest.OrderByDescending(nearest => nearest.Score).Select(nearest => nearest.Score), none.Nearest.Select(nearest => nearest.Score));
    }

    [Fact]
    public async Task A_lone_version_of_the_song_asked_for_is_told_from_the_song()
    {
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync([Some.BareTrack("Halo - R3HAB Remix", "Beyoncé"), Some.BareTrack("Halo - Live", "Beyoncé")], TestContext.Current.CancellationToken);

        var match = await new TrackFinder(catalog).FindAsync("Halo - Beyonce", TestContext.Current.CancellationToken);

        Assert.Equal(2, Assert.IsType<TrackMatch.Several>(match).Tracks.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\nb")]
    [InlineData("https://www.deezer.com/track/1")]
    [InlineData("spotify:track:0000000000000000000000")]
    public async Task What_the_catalogue_cannot_look_up_has_no_match(string text) =>
        Assert.Empty(Assert.IsType<TrackMatch.None>(await (await FinderAsync()).FindAsync(text, TestContext.Current.CancellationToken)).Nearest);

    static async Task<TrackFinder> FinderAsync()
    {
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync(
        [
            Some.BareTrack("The Less I Know The Better", "Tame Impala"),
            Some.BareTrack("Wonderwall - Remastered", "Oasis") with { Title = Some.Fact("Wonderwall"), SpotifyId = Some.Fact("6habFhsOp2NvshLv26DqMb") },
            Some.BareTrack("Wonderwall - Live", "Oasis"),
            Some.BareTrack("Crazy In Love (feat. JAY-Z)", "Beyoncé", "JAY-Z"),
            Some.BareTrack("Stand by Me", "Ben E. King"),
            Some.BareTrack("Hello", "Lionel Richie") with { Popularity = Some.Fact(60d) },
            Some.BareTrack("Hello", "Adele") with { Popularity = Some.Fact(80d) },
            Some.BareTrack("Queen", "Adele"),
            Some.BareTrack("Adele", "Queen"),
            Some.BareTrack("Группа крови", "Кино"),
            Some.BareTrack("夜に駆ける", "YOASOBI"),
            Some.BareTrack("봄날", "방탄소년단"),
            Some.BareTrack("أهواك", "عبد الحليم حافظ"),
            Some.BareTrack("÷", "???"),
        ], TestContext.Current.CancellationToken);
        return new TrackFinder(catalog);
    }
}
