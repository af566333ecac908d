using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Learning.Tests.Metrics;

public sealed class RegressionMetricsTests
{
    [Fact]
    public void The_four_metrics_agree_with_scikit_learn()
    {
        Assert.Equal(0.4907288421599171, RegressionMetrics.R2(Sample.Counts, Sample.Means), 12);
        Assert.Equal(2.905, RegressionMetrics.MeanAbsoluteError(Sample.Counts, Sample.Means), 12);
        Assert.Equal(6.263724930103492, RegressionMetrics.RootMeanSquaredError(Sample.Counts, Sample.Means), 12);
        Assert.Equal(3.5504955625823316, RegressionMetrics.PoissonDeviance(Sample.Counts, Sample.Means), 12);
    }

    [Fact]
    public void Hand_computed_errors_of_three_rows()
    {
        double[] targets = [1, 2, 6], predictions = [2, 2, 4];

        Assert.Equal(1.0, RegressionMetrics.MeanAbsoluteError(targets, predictions), 15);
        Assert.Equal(Math.Sqrt(5.0 / 3), RegressionMetrics.RootMeanSquaredError(targets, predictions), 15);
        Assert.Equal(1 - 5.0 / 14, RegressionMetrics.R2(targets, predictions), 15);
    }

    [Fact]
    public void Equal_targets_leave_nothing_to_explain() =>
        Assert.True(double.IsNaN(RegressionMetrics.R2<float, float>([0.1f, 0.1f, 0.1f], [0.1f, 0.1f, 0.2f])));

    [Fact]
    public void A_mean_below_the_floor_counts_as_the_floor()
    {
        var expected = 2 * (Math.Log(1 / RegressionMetrics.PoissonFloor) - (1 - RegressionMetrics.PoissonFloor));

        Assert.Equal(expected, RegressionMetrics.PoissonDeviance<double, double>([1], [0]), 12);
        Assert.Equal(expected, RegressionMetrics.PoissonDeviance<double, double>([1], [-3]), 12);
    }

    [Fact]
    public void A_perfect_forecast_has_no_deviance_and_any_other_some() =>
        Prop.ForAll<byte[]>(counts =>
        {
            if (counts.Length == 0) return true;
            double[] exact = [.. counts.Select(c => 1.0 + c)], wrong = [.. exact.Select(c => c + 0.5)];
            return RegressionMetrics.PoissonDeviance(exact, exact) == 0
                && RegressionMetrics.PoissonDeviance(exact, wrong) > 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void A_prediction_that_is_not_finite_is_refused(float bad)
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.R2<float, float>([1, 2], [1, bad]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError<float, float>([1, 2], [1, bad]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.RootMeanSquaredError<float, float>([1, 2], [1, bad]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.PoissonDeviance<float, float>([1, 2], [1, bad]));
    }

    [Fact]
    public void Unequal_lengths_no_rows_and_negative_counts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RegressionMetrics.R2<float, float>([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError<float, float>([], []));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.PoissonDeviance<float, float>([-1], [1]));
    }
}
