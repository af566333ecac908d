using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class LevelBinsTests
{
    [Fact]
    public void Bins_hold_about_equal_numbers()
    {
        double[] levels = [.. Enumerable.Range(0, 1000).Select(i => Math.Pow(i * 7919 % 1000, 2))];

        var bins = LevelBins.Fit(levels, 10);

        Assert.Equal(10, bins.Count);
        Assert.All(levels.GroupBy(bins.BinOf), bin => Assert.Equal(100, bin.Count()));
    }

    [Fact]
    public void An_edge_belongs_to_the_bin_above_it()
    {
        var bins = new LevelBins([1, 2]);

        Assert.Equal([0, 1, 1, 2, 2], new[] { 0.9, 1, 1.5, 2, 99 }.Select(bins.BinOf));
    }

    [Fact]
    public void Equal_levels_stay_together()
    {
        Assert.Equal(1, LevelBins.Fit([3, 3, 3, 3], 4).Count);
        Assert.Equal(1, LevelBins.Fit([], 4).Count);
    }

    [Fact]
    public void Broken_levels_and_edges_are_refused()
    {
        Assert.Throws<ArgumentException>(() => LevelBins.Fit([1, double.NaN], 2));
        Assert.Throws<ArgumentException>(() => new LevelBins([1, 1]));
        Assert.Throws<ArgumentException>(() => new LevelBins([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LevelBins.Fit([1], 0));
    }
}
