using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

public sealed class ListeningHistoryTests
{
    static readonly DateTimeOffset start = Some.Evening;

    [Fact]
    public void Plays_come_back_unchanged_in_the_order_of_time()
    {
        Play[] plays = [Some.Play(endedAt: start.AddHours(2), id: Some.SpotifyId(1), incognito: true), Some.Play(endedAt: start, ms: 0), Some.Play(endedAt: start.AddHours(1))];

        var history = ListeningHistory.Of(plays);

        Assert.Equal([plays[1], plays[2], plays[0]], history.Plays);
        Assert.Equal((3, 1, start, start.AddHours(2)), (history.Count, history.Streams, history.First, history.Last));
    }

    [Fact]
    public void An_empty_history_has_no_times()
    {
        Assert.Null(ListeningHistory.Empty.First);
        Assert.Null(ListeningHistory.Empty.Last);
    }

    [Fact]
    public void Before_excludes_its_time_and_between_includes_its_begin()
    {
        var history = ListeningHistory.Of(Enumerable.Range(0, 10).Select(hour => Some.Play(endedAt: start.AddHours(hour))));

        Assert.Equal(4, history.Before(start.AddHours(4)).Count);
        Assert.Equal(3, history.Between(start.AddHours(4), start.AddHours(7)).Count);
        Assert.Equal(start.AddHours(4), history.Between(start.AddHours(4), start.AddHours(7)).First);
        Assert.Equal(2, history.Between(start.AddHours(4), start.AddHours(9)).Before(start.AddHours(6)).Count);
        Assert.Equal(0, history.Before(start).Count);
        Assert.Equal(10, history.Between(DateTimeOffset.MinValue, DateTimeOffset.MaxValue).Count);
    }

    [Fact]
    public void A_window_backwards_is_an_error() =>
        Assert.Throws<ArgumentException>(() => ListeningHistory.Empty.Between(start, start.AddSeconds(-1)));

    [Fact]
    public async Task The_plays_of_a_dropped_file_leave_no_trace()
    {
        var builder = new ListeningHistoryBuilder();
        IPlaySink sink = builder;
        await sink.AddAsync([Some.Play(title: "Kept")], TestContext.Current.CancellationToken);
        await sink.KeepAsync(TestContext.Current.CancellationToken);
        await sink.AddAsync([Some.Play(title: "Dropped")], TestContext.Current.CancellationToken);
        await sink.DropAsync(TestContext.Current.CancellationToken);

        var history = builder.Build();

        Assert.Equal("Kept", Assert.Single(history.Plays).Title);
    }

    [Fact]
    public void Merged_plays_are_counted()
    {
        var history = ListeningHistory.Of([Some.Play(), Some.Play(), Some.Play(id: Some.SpotifyId(1))]);

        Assert.Equal((1, 2), (history.Count, history.Merged));
    }
}
