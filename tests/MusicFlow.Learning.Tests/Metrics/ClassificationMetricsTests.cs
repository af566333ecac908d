using MusicFlow.Learning.Metrics;

namespace MusicFlow.Learning.Tests.Metrics;

public sealed class ClassificationMetricsTests
{
    [Fact]
    public void The_four_metrics_agree_with_scikit_learn()
    {
        int[] classes = [0, 1, 2, 2, 1, 0, 3, 1, 2, 0], predicted = [0, 2, 2, 2, 1, 0, 0, 1, 1, 4];
        double[] shares = [0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0.3, 0.3, 0.4, 0.5, 0.25, 0.25];

        Assert.Equal(0.31465000801545157, ClassificationMetrics.LogLoss(Sample.Counts, Sample.Probabilities), 12);
        Assert.Equal(0.7206008970617468, ClassificationMetrics.LogLossOfClasses<double>([0, 1, 2, 1], shares), 12);
        Assert.Equal(0.6, ClassificationMetrics.Accuracy(classes, predicted), 12);
        Assert.Equal(0.4, ClassificationMetrics.MacroF1(classes, predicted), 12);
    }

    [Fact]
    public void A_sure_mistake_costs_the_logarithm_of_the_floor_and_no_more() =>
        Assert.Equal(-Math.Log(ClassificationMetrics.ProbabilityFloor), ClassificationMetrics.LogLoss<int, float>([1], [0f]), 12);

    [Fact]
    public void Macro_f1_by_hand()
    {
        // Class 0: TP 1, FP 1, FN 0 → 2/3. Class 1: TP 1, FP 0, FN 1 → 2/3. Class 7: TP 1 → 1.
        Assert.Equal((2.0 / 3 + 2.0 / 3 + 1) / 3, ClassificationMetrics.MacroF1([0, 1, 1, 7], [0, 0, 1, 7]), 14);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    public void What_is_no_probability_is_refused(double bad)
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.LogLoss<int, double>([1, 0], [0.5, bad]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.LogLossOfClasses<double>([1], [0.5, bad]));
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.LogLossOfClasses<double>([0, 1], [0.5, 0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.LogLossOfClasses<double>([2], [0.5, 0.5]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.LogLossOfClasses<double>([], []));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.Accuracy([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => ClassificationMetrics.MacroF1([], []));
    }
}
