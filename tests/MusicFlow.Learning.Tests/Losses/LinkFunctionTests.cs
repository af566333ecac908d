using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Tests.Losses;

public sealed class LinkFunctionTests
{
    public static TheoryData<Objective> OneOutput => [new Objective.SquaredError(), new Objective.Poisson(), new Objective.Tweedie(), new Objective.Quantile(0.5), new Objective.Logistic()];

    [Theory]
    [MemberData(nameof(OneOutput))]
    public void The_prediction_of_the_base_margin_is_the_base_score(Objective objective)
    {
        float[] margins = [LinkFunction.BaseMargin(objective, 0.3f)];

        LinkFunction.ToPredictions(objective, margins);

        Assert.Equal(0.3f, margins[0], 1e-6f);
    }

    [Fact]
    public void The_base_score_of_softmax_is_a_margin_already() => Assert.Equal(-7f, LinkFunction.BaseMargin(new Objective.Softmax(3), -7));

    [Fact]
    public void Softmax_works_row_by_row_and_does_not_overflow()
    {
        float[] margins = [1000, 1000, -1000, 0, 0, 0];

        LinkFunction.ToPredictions(new Objective.Softmax(3), margins);

        Assert.Equal([0.5f, 0.5f, 0, 1 / 3f, 1 / 3f, 1 / 3f], margins);
    }

    [Fact]
    public void Logistic_stays_between_0_and_1_at_both_ends()
    {
        float[] margins = [-1000, 0, 1000];

        LinkFunction.ToPredictions(new Objective.Logistic(), margins);

        Assert.InRange(margins[0], float.Epsilon, 1e-37f);
        Assert.Equal(0.5f, margins[1]);
        Assert.Equal(1f, margins[2]);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    [InlineData(float.NaN)]
    public void A_probability_at_the_border_has_no_margin(float score) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => LinkFunction.BaseMargin(new Objective.Logistic(), score));
}
