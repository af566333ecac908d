using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class NegativeBinomialTests
{
    [Theory]
    [InlineData(0.001, 6.907178885383853)]
    [InlineData(0.5, 0.5723649429247)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(4.2, 2.04855563696059)]
    [InlineData(101, 363.73937555556347)]
    [InlineData(1e6, 12815504.569147611)]
    public void Log_gamma_has_the_known_values(double x, double expected) =>
        Assert.Equal(expected, NegativeBinomial.LogGamma(x), 1e-12 * Math.Max(1, expected));

    [Fact]
    public void Dispersion_one_is_the_geometric_distribution() =>
        Assert.Equal(Math.Log(0.25 * Math.Pow(0.75, 5)), NegativeBinomial.LogProbability(5, mean: 3, dispersion: 1), 12);

    [Fact]
    public void Mean_and_variance_are_as_defined()
    {
        double sum = 0, mean = 0, squares = 0;
        for (var k = 0; k < 2000; k++)
        {
            var p = Math.Exp(NegativeBinomial.LogProbability(k, 4, 0.7));
            (sum, mean, squares) = (sum + p, mean + k * p, squares + (double)k * k * p);
        }

        Assert.Equal(1, sum, 11);
        Assert.Equal(4, mean, 10);
        Assert.Equal(4 + 0.7 * 16, squares - mean * mean, 8);
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomial.LogGamma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomial.LogGamma(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomial.LogProbability(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomial.LogProbability(1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NegativeBinomial.LogProbability(1, 1, double.NaN));
    }
}
