using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Training;

public sealed class SplitTests
{
    private readonly IReadOnlyList<Sample> _rows;

    public SplitTests()
    {
        var catalogue = SomeListening.Catalogue();
        var draw = new SampleDraw(catalogue);
        _rows =
        [
            .. draw.LastYear(SomeListening.Listener(catalogue, "one"), 0, ZeroDraw.Uniform, 1),
            .. draw.LastYear(SomeListening.Listener(catalogue, "two", seed: 99), 1, ZeroDraw.Uniform, 1),
        ];
    }

    [Fact]
    public void A_track_is_on_one_side_for_all_listeners_and_a_fifth_is_held_out()
    {
        var split = Split.ByTrack(_rows, 42);

        Assert.Empty(split.Train.Select(row => row.Track.Key).Intersect(split.Test.Select(row => row.Track.Key)));
        Assert.InRange((double)split.Test.Count / _rows.Count, 0.18, 0.22);
        Assert.InRange(split.Test.Average(row => row.Streams > 0 ? 1.0 : 0), 0.45, 0.55);
    }

    [Fact]
    public void An_artist_is_on_one_side()
    {
        var split = Split.ByArtist(_rows, 42);

        Assert.Empty(split.Train.Select(row => row.Track.Key.Artist).Intersect(split.Test.Select(row => row.Track.Key.Artist)));
        Assert.NotEmpty(split.Test);
    }

    [Fact]
    public void All_rows_of_a_track_share_a_fold_and_folds_are_of_a_size()
    {
        var folds = Split.Folds(_rows, 5, 42);

        Assert.All(_rows.Zip(folds).GroupBy(row => row.First.Track.Key), track => Assert.Single(track.Select(row => row.Second).Distinct()));
        Assert.All(folds.GroupBy(fold => fold), fold => Assert.InRange(fold.Count() / (double)folds.Length, 0.17, 0.23));
    }
}
