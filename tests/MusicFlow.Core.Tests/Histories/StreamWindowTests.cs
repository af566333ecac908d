using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class StreamWindowTests
{
    static readonly DateTimeOffset last = Some.Evening;
    static readonly TrackKey key = TrackKey.Of(Some.Play().Title, Some.Play().Artist);

    [Fact]
    public void Streams_of_the_last_365_days_count_and_older_ones_do_not()
    {
        var history = History(last.AddDays(-400), last.AddDays(-365), last.AddDays(-365).AddSeconds(1), last);

        var window = history.LastYear();

        Assert.Equal(2, window.Target(key));
        Assert.Equal((last.AddDays(-365), last, false), (window.Begin, window.End, window.IsShort));
        Assert.Equal(4, history.Count);
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(31, 30)]
    public void Targets_are_clipped_to_thirty(int streams, int target)
    {
        var window = History([.. Enumerable.Range(0, streams).Select(hour => last.AddHours(-hour))]).LastYear();

        Assert.Equal((target, streams), (window.Target(key), window.Tracks[key].Streams));
    }

    [Theory]
    [InlineData(89.9, true)]
    [InlineData(90, false)]
    public void A_window_under_ninety_days_is_flagged(double days, bool isShort)
    {
        var window = History(last.AddDays(-days), last).LastYear();

        Assert.Equal((isShort, TimeSpan.FromDays(days)), (window.IsShort, window.Span));
    }

    [Fact]
    public void Skips_and_private_plays_are_plays_but_no_streams()
    {
        Play[] plays = [Some.Play(endedAt: last, ms: 29_999), Some.Play(endedAt: last.AddHours(-1), incognito: true)];

        var track = ListeningHistory.Of(plays).LastYear().Tracks[key];

        Assert.Equal((0, 2, 0L), (track.Streams, track.Plays, track.MsTotal));
        Assert.Null(track.FirstStream);
    }

    [Fact]
    public void Spellings_of_one_recording_count_together()
    {
        Play[] plays =
        [
            Some.Play(endedAt: last.AddDays(-2), id: Some.SpotifyId(1)),
            Some.Play(title: "Glass Harbour - 2011 Remaster", endedAt: last.AddDays(-1), ms: 60_000),
            Some.Play(title: "Other", endedAt: last),
        ];

        var track = ListeningHistory.Of(plays).LastYear().Tracks[key];

        Assert.Equal((2, 240_000L, last.AddDays(-2), last.AddDays(-1)), (track.Streams, track.MsTotal, track.FirstStream, track.LastStream));
        Assert.Equal(Some.SpotifyId(1), track.Track.SpotifyId);
    }

    [Fact]
    public void An_unplayed_track_has_target_zero() => Assert.Equal(0, History(last).LastYear().Target(new TrackKey("no|body")));

    [Fact]
    public void A_window_between_two_times_includes_its_begin_only()
    {
        var history = History(last.AddDays(-3), last.AddDays(-2), last.AddDays(-1));

        var window = StreamWindow.Of(history, last.AddDays(-3), last.AddDays(-1));

        Assert.Equal((2, TimeSpan.FromDays(2)), (window.Target(key), window.Span));
    }

    static ListeningHistory History(params DateTimeOffset[] streams) => ListeningHistory.Of(streams.Select(time => Some.Play(endedAt: time)));
}
