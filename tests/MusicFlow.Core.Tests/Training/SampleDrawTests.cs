using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class SampleDrawTests
{
    private readonly IReadOnlyList<CatalogueTrack> _catalogue = SomeListening.Catalogue();
    private readonly Listener _listener;
    private readonly SampleDraw _draw;

    public SampleDrawTests() => (_listener, _draw) = (SomeListening.Listener(_catalogue), new SampleDraw(_catalogue));

    [Fact]
    public void Zeros_are_never_played_tracks_one_for_each_streamed_one()
    {
        var rows = _draw.LastYear(_listener, 0, ZeroDraw.Uniform, 42);

        var played = _listener.Tracks.Select(track => track.Key).ToHashSet();
        Assert.All(rows.Where(row => row.Streams == 0), row => Assert.DoesNotContain(row.Track.Key, played));
        Assert.Equal(rows.Count(row => row.Streams > 0), rows.Count(row => row.Streams == 0));
        Assert.Equal(rows.Count, rows.Select(row => row.Track.Key).Distinct().Count());
    }

    [Fact]
    public void Zeros_come_from_the_whole_catalogue_and_not_from_its_head()
    {
        var place = _catalogue.Index().ToDictionary(track => track.Item.Key, track => track.Index);

        var zeros = _draw.LastYear(_listener, 0, ZeroDraw.Uniform, 42).Where(row => row.Streams == 0).Select(row => place[row.Track.Key]).ToList();

        Assert.InRange(zeros.Average(), _catalogue.Count * 0.4, _catalogue.Count * 0.6);
    }

    [Fact]
    public void The_same_seed_draws_the_same_rows_and_another_one_others()
    {
        var first = _draw.LastYear(_listener, 0, ZeroDraw.Uniform, 42);

        Assert.Equal(first, _draw.LastYear(_listener, 0, ZeroDraw.Uniform, 42));
        Assert.NotEqual(first, _draw.LastYear(_listener, 0, ZeroDraw.Uniform, 43));
    }

    [Fact]
    public void Only_streams_of_the_last_365_days_count_and_at_most_30()
    {
        var track = _listener.Tracks[0];
        var old = Enumerable.Range(0, 7).Select(day => _listener.Last - TimeSpan.FromDays(366 + day)).Order();
        var many = Enumerable.Range(0, 50).Select(hour => _listener.Last - TimeSpan.FromHours(hour)).Order();
        var changed = _listener with { Tracks = [track with { Streams = [.. old, .. many] }, .. _listener.Tracks.Skip(1)] };

        var row = _draw.LastYear(changed, 0, ZeroDraw.Uniform, 42).Single(row => row.Track.Key == track.Key);

        Assert.Equal(30, row.Streams);
    }

    [Fact]
    public void Harder_zeros_are_of_the_artists_that_are_played()
    {
        var rows = _draw.LastYear(_listener, 0, ZeroDraw.SameArtists, 42);

        var artists = rows.Where(row => row.Streams > 0).Select(row => row.Track.Key.Artist).ToHashSet(StringComparer.Ordinal);
        Assert.All(rows.Where(row => row.Streams == 0), row => Assert.Contains(row.Track.Key.Artist, artists));
    }

    [Fact]
    public void A_forecast_judges_known_songs_that_fell_silent_too()
    {
        var rows = _draw.Ahead(_listener, 0, (0.4, 0.7), 42);

        var cutOff = _listener.At(0.4);
        var known = _listener.Tracks.Where(track => track.Streams[0] < cutOff).Select(track => track.Key).ToHashSet();
        Assert.Contains(rows, row => row.Streams == 0 && known.Contains(row.Track.Key));
        Assert.All(rows, row => Assert.Equal(cutOff, row.CutOff));
    }
}
