using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class HurdleNegativeBinomialTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.8)]
    [InlineData(3)]
    [InlineData(50)]
    public void Chance_and_mean_come_out_as_they_went_in(double dispersion)
    {
        var hurdle = new HurdleNegativeBinomial(dispersion, 30);
        foreach (var chance in new[] { 0.01, 0.3, 0.9, 0.999 })
            foreach (var positive in new[] { 1.001, 1.5, 4, 12, 25, 29.5 })
            {
                var distribution = hurdle.Distribution(chance, chance * positive);

                Assert.Equal(1 - chance, distribution.Probability(0), 12);
                Assert.Equal(chance * positive, distribution.Mean, 1e-6);
            }
    }

    [Fact]
    public void Below_the_cap_the_shape_is_the_truncated_negative_binomial()
    {
        var distribution = new HurdleNegativeBinomial(0.6, 30).Distribution(0.4, 1.2);
        var rate = Enumerable.Range(0, 100_000).Select(i => i * 1e-4 + 1e-4).MinBy(l => Math.Abs(Ratio(2, 1, l) - distribution.Probability(2) / distribution.Probability(1)));

        for (var k = 2; k < 29; k++) Assert.Equal(Ratio(k + 1, k, rate), distribution.Probability(k + 1) / distribution.Probability(k), 1e-4);

        static double Ratio(int above, int below, double rate) =>
            Math.Exp(NegativeBinomial.LogProbability(above, rate, 0.6) - NegativeBinomial.LogProbability(below, rate, 0.6));
    }

    [Fact]
    public void An_impossible_mean_gives_the_nearest_possible_distribution()
    {
        var hurdle = new HurdleNegativeBinomial(1, 30);

        Assert.Equal(0.4, hurdle.Distribution(0.4, 0.1).Mean, 1e-5);
        Assert.Equal(12, hurdle.Distribution(0.4, 999).Mean, 1e-2);
        Assert.Equal(1, hurdle.Distribution(0, 0).Probability(0), 1e-5);
        Assert.Equal(0, hurdle.Distribution(1, 5).Probability(0), 1e-5);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.5)]
    [InlineData(6)]
    public void The_dispersion_of_drawn_counts_is_found_again(double dispersion)
    {
        var random = new Random(42);
        var truth = new HurdleNegativeBinomial(dispersion, 30);
        double[] chances = [.. Enumerable.Range(0, 6000).Select(_ => 0.1 + 0.8 * random.NextDouble())];
        double[] means = [.. chances.Select(chance => chance * (1.2 + 8 * random.NextDouble()))];
        int[] counts = [.. chances.Select((chance, i) => Some.Draw(truth.Distribution(chance, means[i]), random))];

        var fitted = HurdleNegativeBinomial.Fit(chances, means, counts, 30);

        Assert.InRange(fitted.Dispersion, dispersion * 0.85, dispersion * 1.15);
    }

    [Fact]
    public void Without_a_positive_count_the_dispersion_is_one() =>
        Assert.Equal(1, HurdleNegativeBinomial.Fit([0.1, 0.2], [0.2, 0.5], [0, 0], 30).Dispersion);

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        var hurdle = new HurdleNegativeBinomial(1, 30);

        Assert.Throws<ArgumentOutOfRangeException>(() => new HurdleNegativeBinomial(0, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HurdleNegativeBinomial(double.NaN, 30));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HurdleNegativeBinomial(1, 1));
        Assert.Throws<ArgumentException>(() => hurdle.Distribution(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => hurdle.Distribution(1.1, 1));
        Assert.Throws<ArgumentException>(() => hurdle.Distribution(0.5, double.NaN));
        Assert.Throws<ArgumentException>(() => hurdle.Distribution(0.5, -1));
        Assert.Throws<ArgumentException>(() => HurdleNegativeBinomial.Fit([0.1], [0.2], [31], 30));
        Assert.Throws<ArgumentException>(() => HurdleNegativeBinomial.Fit([0.1], [0.2, 1], [3], 30));
    }
}
