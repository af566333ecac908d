using System.Text.Json;
using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class ConformalCountsTests
{
    private static readonly CountDistribution Coin = new([0.6, 0.4]);

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.2)]
    public void Pooled_over_listeners_every_tenth_of_the_level_is_covered_as_promised_though_the_model_is_wrong(double fault)
    {
        var rows = Enumerable.Range(1, 8).SelectMany(listener => Forecast(listener, fault)).OrderBy(row => row.Level).ToArray();

        foreach (var tenth in rows.Chunk(rows.Length / 10))
        {
            var covered = tenth.Average(row => row.Range.Contains(row.Count) ? 1.0 : 0);
            var least = tenth.Average(row => row.Mode == row.Count ? 1.0 : 0);
            Assert.InRange(covered, 0.78, Math.Max(0.85, least));
        }
    }

    /// <summary>2,500 rows to calibrate on and 2,500 to look at, of one listener.</summary>
    private static IEnumerable<(double Level, CountRange Range, int Mode, int Count)> Forecast(int listener, double fault)
    {
        var (calibration, test) = (World.Draw(2500, listener, fault), World.Draw(2500, listener + 1000, fault));
        var bins = LevelBins.Fit([.. calibration.Select(row => row.Level)], 10);
        var options = new ConformalOptions { Kinds = 2, BinsPerKind = bins.Count };
        var conformal = ConformalCounts.Fit([.. calibration.Select(row => row.Distribution)], [.. calibration.Select(row => row.Count)], [.. calibration.Select(Group)], options);
        return test.Select(row => (row.Level, conformal.Range(row.Distribution, Group(row)), row.Distribution.Mode, row.Count));

        int Group(World.Row row) => (row.Known ? bins.Count : 0) + bins.BinOf(row.Level);
    }

    [Fact]
    public void Small_groups_join_their_neighbours_and_small_kinds_the_others()
    {
        // Kind 0: bins of 4, 1 and 2 rows with a minimum of 3, so bin 1 and 2 go together. Kind 1 has one row only.
        int[] groups = [0, 0, 0, 0, 1, 2, 2, 4], counts = [0, 0, 0, 1, 0, 0, 0, 1];
        var options = new ConformalOptions { Coverage = 0.5, Kinds = 2, BinsPerKind = 3, MinimumRows = 3 };

        var thresholds = ConformalCounts.Fit([.. Enumerable.Repeat(Coin, 8)], counts, groups, options).Thresholds;

        Assert.Equal(6, thresholds.Length);
        Assert.Equal(thresholds[1], thresholds[2]);
        Assert.Equal([0, 0, 0, 0, 0, 0], thresholds);
    }

    [Theory]
    [InlineData(3, 1.0)]
    [InlineData(4, 0.6)]
    [InlineData(9, 0.6)]
    public void The_threshold_is_the_score_at_the_index_of_the_finite_sample(int rows, double expected)
    {
        // Every outcome but one is the mode, the last is the other side: only the highest score is above 0.
        int[] counts = [.. Enumerable.Range(0, rows).Select(i => i == 0 || i > 4 || rows == 9 && i < 2 ? 1 : 0)];

        var conformal = ConformalCounts.Fit([.. Enumerable.Repeat(Coin, rows)], counts, new int[rows], new ConformalOptions { Coverage = 0.8, BinsPerKind = 1 });

        Assert.Equal(expected, conformal.Thresholds[0]);
    }

    [Fact]
    public void Modes_that_cover_enough_keep_the_smallest_ranges()
    {
        int[] counts = [.. Enumerable.Range(0, 100).Select(i => i < 90 ? 0 : 1)];

        var conformal = ConformalCounts.Fit([.. Enumerable.Repeat(Coin, 100)], counts, new int[100], new ConformalOptions { BinsPerKind = 1 });

        Assert.Equal(new CountRange(0, 0), conformal.Range(Coin, 0));
    }

    [Fact]
    public void Without_rows_a_range_is_the_whole_span()
    {
        var conformal = ConformalCounts.Fit([], [], [], new ConformalOptions { BinsPerKind = 2 });

        Assert.Equal(new CountRange(0, 1), conformal.Range(Coin, 1));
    }

    [Fact]
    public void It_survives_a_json_file()
    {
        var conformal = new ConformalCounts(0.8, [0, 0.1234567890123, 1]);

        var read = JsonSerializer.Deserialize<ConformalCounts>(JsonSerializer.Serialize(conformal))!;

        Assert.Equal(conformal.Coverage, read.Coverage);
        Assert.Equal(conformal.Thresholds, read.Thresholds);
    }

    [Fact]
    public void Broken_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([Coin], [0], [1], new ConformalOptions { BinsPerKind = 1 }));
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([Coin], [2], [0], new ConformalOptions()));
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([Coin], [0, 1], [0], new ConformalOptions()));
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([], [], [], new ConformalOptions { Coverage = 1 }));
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([], [], [], new ConformalOptions { Kinds = 0 }));
        Assert.Throws<ArgumentException>(() => ConformalCounts.Fit([], [], [], new ConformalOptions { MinimumRows = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConformalCounts(0.8, [0]).Range(Coin, 1));
    }
}
