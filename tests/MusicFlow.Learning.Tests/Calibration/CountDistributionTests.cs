using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class CountDistributionTests
{
    [Fact]
    public void Weights_become_probabilities()
    {
        var distribution = new CountDistribution([2, 1, 1]);

        Assert.Equal(2, distribution.Cap);
        Assert.Equal(0.5, distribution.Probability(0));
        Assert.Equal(0.75, distribution.Cumulative(1));
        Assert.Equal(0.75, distribution.Mean);
        Assert.Equal(0, distribution.Mode);
    }

    [Fact]
    public void Outside_the_counts_there_is_no_mass()
    {
        var distribution = new CountDistribution([1, 3]);

        Assert.Equal(0, distribution.Probability(-1));
        Assert.Equal(0, distribution.Probability(2));
        Assert.Equal(0, distribution.Cumulative(-1));
        Assert.Equal(1, distribution.Cumulative(7));
    }

    [Fact]
    public void Ranked_score_by_hand()
    {
        var distribution = new CountDistribution([0.5, 0.25, 0.25]);

        Assert.Equal(0.25 + 0.0625, distribution.RankedScore(0), 15);
        Assert.Equal(0.25 + 0.5625, distribution.RankedScore(2), 15);
    }

    [Fact]
    public void What_is_no_distribution_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CountDistribution([1]));
        Assert.Throws<ArgumentException>(() => new CountDistribution([0, 0]));
        Assert.Throws<ArgumentException>(() => new CountDistribution([1, -0.1]));
        Assert.Throws<ArgumentException>(() => new CountDistribution([1, double.NaN]));
        Assert.Throws<ArgumentException>(() => new CountDistribution([1, double.PositiveInfinity]));
    }
}
