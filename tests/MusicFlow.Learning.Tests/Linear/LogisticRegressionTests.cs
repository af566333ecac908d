using MusicFlow.Learning.Linear;

namespace MusicFlow.Learning.Tests.Linear;

public sealed class LogisticRegressionTests
{
    [Fact]
    public void Coefficients_and_probabilities_agree_with_scikit_learn()
    {
        var model = LogisticRegression.Train(new Samples(Table.Features, Table.Labels), l2: 0.5);

        Assert.Equal(0.0712291, model.Intercept, 1e-5);
        Assert.Equal(0.17732965, model.Coefficients[0], 1e-5);
        Assert.Equal(1.72403184, model.Coefficients[1], 1e-5);
        Assert.Equal(0.11923832, model.Predict([1, 2]), 1e-5);
        Assert.Equal(0.95786985, model.Predict(Table.Features)[7], 1e-5);
    }

    [Fact]
    public void At_the_solution_the_slope_of_the_penalised_loss_is_zero_even_with_weights()
    {
        var model = LogisticRegression.Train(new Samples(Table.Features, Table.Labels, Table.Weights), l2: 0.5);
        var (inputs, p) = (model.Standardiser.Apply(Table.Features), model.Predict(Table.Features));

        for (var feature = 0; feature < 2; feature++)
            Assert.Equal(0.5 * model.Coefficients[feature], Enumerable.Range(0, 8).Sum(i => Table.Weights[i] * (Table.Labels[i] - p[i]) * inputs.Row(i)[feature]), 1e-5);
        Assert.Equal(0, Enumerable.Range(0, 8).Sum(i => Table.Weights[i] * (Table.Labels[i] - p[i])), 1e-5);
    }

    [Fact]
    public void Classes_that_a_line_parts_give_finite_coefficients()
    {
        var model = LogisticRegression.Train(new Samples(new FeatureMatrix([1, 2, 3, 4], 4, 1), [0, 0, 1, 1]), l2: 1e-3);

        Assert.InRange(model.Predict([4]), 0.99, 1);
        Assert.InRange(model.Predict([1]), 0, 0.01);
    }

    [Fact]
    public void Equal_targets_give_a_sure_but_finite_answer()
    {
        var model = LogisticRegression.Train(new Samples(Table.Features, [1, 1, 1, 1, 1, 1, 1, 1]), l2: 1);

        Assert.InRange(model.Predict([3, 3]), 0.999, 1);
        Assert.True(double.IsFinite(model.Intercept));
    }

    [Fact]
    public void Targets_that_are_no_labels_are_refused() =>
        Assert.Throws<ArgumentException>(() => LogisticRegression.Train(new Samples(Table.Features, Table.Amounts), 1));
}
