using MusicFlow.Learning.Linear;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Tests.Linear;

public sealed class LinearModelTests
{
    private static readonly Standardiser Halves = new([1, 0], [2, 1]);

    [Fact]
    public void The_margin_is_the_sum_by_hand()
    {
        var model = new LinearModel(new Objective.SquaredError(), Halves, 10, [3, -1]);

        Assert.Equal(10 + 3 * 2 - 4, model.Predict([5, 4]), 12);
        Assert.Equal(10, model.Predict([float.NaN, float.NaN]), 12);
    }

    [Fact]
    public void A_logistic_margin_becomes_a_probability() =>
        Assert.Equal(1 / (1 + Math.Exp(-2)), new LinearModel(new Objective.Logistic(), Halves, 2, [1, 1]).Predict([1, 0]), 12);

    [Fact]
    public void Parts_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new LinearModel(new Objective.Poisson(), Halves, 0, [1, 1]));
        Assert.Throws<ArgumentException>(() => new LinearModel(new Objective.Logistic(), Halves, 0, [1]));
        Assert.Throws<ArgumentException>(() => new LinearModel(new Objective.Logistic(), Halves, double.NaN, [1, 1]));
        Assert.Throws<ArgumentException>(() => new LinearModel(new Objective.Logistic(), Halves, 0, [1, double.PositiveInfinity]));
    }
}
