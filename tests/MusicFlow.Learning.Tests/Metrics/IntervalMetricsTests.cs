using MusicFlow.Learning.Metrics;

namespace MusicFlow.Learning.Tests.Metrics;

public sealed class IntervalMetricsTests
{
    [Fact]
    public void Both_ends_belong_to_the_range()
    {
        float[] targets = [0, 1, 2, 3];
        int[] lows = [0, 0, 0, 4], highs = [0, 1, 1, 9];

        Assert.Equal(0.5, IntervalMetrics.Coverage(targets, lows, highs));
        Assert.Equal(1.75, IntervalMetrics.MeanWidth(lows, highs));
    }

    [Fact]
    public void Broken_ranges_are_refused()
    {
        Assert.Throws<ArgumentException>(() => IntervalMetrics.Coverage<float, double>([1], [2], [1]));
        Assert.Throws<ArgumentException>(() => IntervalMetrics.Coverage<float, double>([1], [double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => IntervalMetrics.Coverage<float, double>([1], [0], []));
        Assert.Throws<ArgumentException>(() => IntervalMetrics.MeanWidth<double>([], []));
    }
}
