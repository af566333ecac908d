using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Tests.Features;

public sealed class HistoryProfileTests
{
    private static readonly DateTimeOffset CutOff = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TrackKey Own = new("own|band");

    [Fact]
    public void An_artist_is_counted_without_the_tracks_own_plays()
    {
        var profile = new HistoryProfile([Plays("own|band", 5, 10, 20), Plays("other|band", 30, 31, 40), Plays("third|band", 50), Plays("x|someone else", 1)]);

        var artist = profile.OfArtist(Own, CutOff);

        Assert.Equal((4, 2, 3, 30.0), (artist.Streams, artist.Tracks, artist.MaxStreams, artist.DaysSinceLast));
        Assert.Equal(2, artist.MeanStreams);
        Assert.Equal(4, artist.ActiveDays);
    }

    [Fact]
    public void Only_plays_before_the_cut_off_count()
    {
        var profile = new HistoryProfile([Plays("other|band", -5, 0, 3)]);

        Assert.Equal(1, profile.OfArtist(Own, CutOff).Streams);
    }

    [Fact]
    public void Plays_older_than_a_year_are_told_apart()
    {
        var profile = new HistoryProfile([Plays("other|band", 10, 400, 500)]);

        var artist = profile.OfArtist(Own, CutOff);

        Assert.Equal((1, 2), (artist.Streams, artist.OlderStreams));
    }

    [Fact]
    public void A_never_played_artist_has_numbers_and_no_gaps()
    {
        var artist = new HistoryProfile([]).OfArtist(Own, CutOff);

        Assert.Equal((0, 0, 0, 730.0, 0.0), (artist.Streams, artist.Tracks, artist.ActiveDays, artist.DaysSinceLast, artist.SkipShare));
    }

    [Fact]
    public void Albums_are_compared_whatever_their_case_and_an_unknown_one_counts_nothing()
    {
        var profile = new HistoryProfile([Plays("other|band", 10) with { Album = "Night Ferries" }]);

        Assert.Equal(1, profile.OfAlbum(Own, " night FERRIES", CutOff).Streams);
        Assert.Equal(0, profile.OfAlbum(Own, null, CutOff).Streams);
    }

    [Fact]
    public void Streams_are_clipped_per_track_like_targets()
    {
        var profile = new HistoryProfile([Plays("other|band", [.. Enumerable.Range(1, 45).Select(day => (double)day)])]);

        Assert.Equal(30, profile.OfArtist(Own, CutOff).ClippedStreams);
    }

    private static TrackPlays Plays(string key, params double[] daysAgo) =>
        new(new TrackKey(key), null, [.. daysAgo.Select(days => CutOff - TimeSpan.FromDays(days)).Order()], []);
}
