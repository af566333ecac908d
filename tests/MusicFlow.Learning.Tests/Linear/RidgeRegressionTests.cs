using MusicFlow.Learning.Linear;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Learning.Tests.Linear;

public sealed class RidgeRegressionTests
{
    [Fact]
    public void Coefficients_agree_with_scikit_learn()
    {
        var model = RidgeRegression.Train(new Samples(Table.Features, Table.Amounts), l2: 2);

        Assert.Equal(4.875, model.Intercept, 1e-6);
        Assert.Equal(2.10496721, model.Coefficients[0], 1e-6);
        Assert.Equal(-0.11997183, model.Coefficients[1], 1e-6);
    }

    [Fact]
    public void An_exact_line_is_found_under_a_light_penalty()
    {
        float[] targets = [.. Enumerable.Range(0, 8).Select(i => 3 * Table.Features.Row(i)[0] - 2 * Table.Features.Row(i)[1] + 7)];

        var predictions = RidgeRegression.Train(new Samples(Table.Features, targets), l2: 1e-6).Predict(Table.Features);

        Assert.InRange(RegressionMetrics.RootMeanSquaredError(targets, predictions), 0, 1e-4);
    }

    [Fact]
    public void A_row_of_weight_zero_teaches_nothing()
    {
        float[] spoilt = [.. Table.Amounts.Select((y, i) => i == 3 ? 1e6f : y)], weights = [1, 1, 1, 0, 1, 1, 1, 1];

        var clean = RidgeRegression.Train(new Samples(Table.Features, Table.Amounts, weights), 1);
        var other = RidgeRegression.Train(new Samples(Table.Features, spoilt, weights), 1);

        Assert.Equal(clean.Coefficients, other.Coefficients);
    }

    [Fact]
    public void Missing_and_repeated_features_do_no_harm()
    {
        var features = new FeatureMatrix([1, 1, float.NaN, float.NaN, 3, 3, 5, 5], 4, 2);

        var model = RidgeRegression.Train(new Samples(features, [1, 3, 3, 5]), l2: 0.01);

        Assert.Equal(model.Coefficients[0], model.Coefficients[1], 9);
        Assert.Equal(3, model.Predict([float.NaN, float.NaN]), 1e-6);
    }

    [Fact]
    public void Broken_input_is_refused()
    {
        var samples = new Samples(Table.Features, Table.Amounts);

        Assert.Throws<ArgumentException>(() => RidgeRegression.Train(samples, 0));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Train(samples, double.NaN));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Train(new Samples(new FeatureMatrix([], 0, 1), []), 1));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Train(new Samples(Table.Features, Table.Amounts, new float[8]), 1));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Train(samples, 1).Predict([1]));
    }
}
