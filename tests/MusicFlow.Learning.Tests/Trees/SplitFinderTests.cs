using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Histograms;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Tests.Boosting;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Trees;

public sealed unsafe class SplitFinderTests
{
    private const int Rows = 700;

    public static TheoryData<int, BoostingOptions> Cases
    {
        get
        {
            var plain = new BoostingOptions { Objective = new Objective.SquaredError() };
            BoostingOptions[] all = [plain, plain with { L2 = 0, MinChildWeight = 0 }, plain with { L1 = 3 }, plain with { MaxDeltaStep = 0.3, L1 = 1 }, plain with { MinChildWeight = 60, L2 = 20 }];
            var cases = new TheoryData<int, BoostingOptions>();
            foreach (var seed in (int[])[1, 2, 3])
                foreach (var options in all) cases.Add(seed, options);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_best_split_is_the_one_that_trying_all_of_them_finds(int seed, BoostingOptions options)
    {
        var features = Tables.Mixed(Rows, (ulong)seed).Features;
        var mapper = BinMapper.Fit(features, 256, 1, 1);
        using var bins = BinnedMatrix.Build(features, mapper, 1);
        using var gradients = Gradients(seed);
        using var builder = new HistogramBuilder(bins, 1);
        using var histogram = new Histogram(bins.Layout.Slots);
        using var finder = new SplitFinder(bins.Layout, features.Features, options);
        builder.Build(gradients, null, Rows, histogram);
        int[] candidates = [0, 1, 3, 4, 6, 8];

        var split = finder.Find(histogram, gradients, candidates, 0.5);

        var best = candidates.SelectMany(feature => Enumerable.Range(0, mapper.BinCount(feature) - 1).SelectMany(last => new[] { true, false }.Select(missingLeft =>
            Gain(bins, gradients, options, feature, LeftRule.Of(last, missingLeft))))).Max();
        Assert.True(split.Exists);
        Assert.Contains(split.Feature, candidates);
        Assert.Equal(best, split.Gain, best * 1e-3);
        Assert.Equal(Gain(bins, gradients, options, split.Feature, LeftRule.Of(split.LastLeftBin, split.MissingLeft ?? false)), split.Gain, split.Gain * 1e-3);
    }

    [Fact]
    public void No_split_is_found_where_none_pays()
    {
        var features = Tables.Mixed(Rows, 1).Features;
        using var bins = BinnedMatrix.Build(features, BinMapper.Fit(features, 256, 1, 1), 1);
        using var gradients = Gradients(1);
        using var builder = new HistogramBuilder(bins, 1);
        using var histogram = new Histogram(bins.Layout.Slots);
        builder.Build(gradients, null, Rows, histogram);
        var options = new BoostingOptions { Objective = new Objective.SquaredError() };
        foreach (var hopeless in (BoostingOptions[])[options with { Gamma = 1e6 }, options with { MinChildWeight = Rows }, options with { L1 = 1e6 }])
        {
            using var finder = new SplitFinder(bins.Layout, features.Features, hopeless);

            Assert.False(finder.Find(histogram, gradients, [0, 1, 2], 0.5).Exists);
        }
    }

    private static double Gain(BinnedMatrix bins, GradientTable gradients, BoostingOptions options, int feature, LeftRule rule)
    {
        double leftG = 0, leftH = 0, g = 0, h = 0;
        for (var row = 0; row < Rows; row++)
        {
            var (rowG, rowH) = ((int)gradients.Pairs[row] * gradients.GradientScale.Unit, (gradients.Pairs[row] >> 32) * gradients.HessianScale.Unit);
            (g, h) = (g + rowG, h + rowH);
            if (rule.Takes(bins.Feature(feature)[row])) (leftG, leftH) = (leftG + rowG, leftH + rowH);
        }
        var (rightG, rightH) = (g - leftG, h - leftH);
        var least = Math.Max(options.MinChildWeight, 1e-9);
        if (leftH < least || rightH < least) return double.NegativeInfinity;
        return Score(leftG, leftH, options) + Score(rightG, rightH, options) - Score(g, h, options);
    }

    private static double Score(double g, double h, BoostingOptions options)
    {
        var t = Math.Max(Math.Abs(g) - options.L1, 0);
        var w = t / (h + options.L2);
        if (options.MaxDeltaStep > 0) w = Math.Min(w, options.MaxDeltaStep);
        return 2 * t * w - (h + options.L2) * w * w;
    }

    private static GradientTable Gradients(int seed)
    {
        var random = new Random(seed);
        var samples = Tables.Mixed(Rows, (ulong)seed);
        var table = new GradientTable(Rows) { GradientScale = FixedPoint.For(30), HessianScale = FixedPoint.For(1) };
        table.Write(0, [.. samples.Targets.Select(y => 1 - y)], [.. Enumerable.Range(0, Rows).Select(_ => 0.5f + (float)random.NextDouble() / 2)]);
        return table;
    }
}
