using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Networks;

public sealed class MultilayerPerceptronTests
{
    [Fact]
    public void Two_units_by_hand()
    {
        // Hidden units max(0, x) and max(0, 1 − x), output 2·first + 3·second + 0.5; mean 1 and deviation 2 come off the input.
        var network = new MultilayerPerceptron(new Objective.SquaredError(), new Standardiser([1], [2]), new NetworkShape(1, 2, 1), [1, -1, 0, 1, 2, 3, 0.5f]);

        Assert.Equal(2 * 2 + 0.5, network.Predict([5]), 6);
        Assert.Equal(3 * 3 + 0.5, network.Predict([-3]), 6);
        Assert.Equal(3 + 0.5, network.Predict([float.NaN]), 6);
    }

    [Fact]
    public void A_row_is_predicted_the_same_alone_and_in_a_batch()
    {
        var random = new SeededRandom(11);
        var features = new FeatureMatrix([.. Enumerable.Range(0, 600 * 7).Select(_ => (float)random.NextNormal())], 600, 7);
        float[] targets = [.. Enumerable.Range(0, 600).Select(i => features.Row(i)[0] > 0 ? 2f : 0)];
        var options = new NetworkOptions { Objective = new Objective.Poisson(), HiddenLayers = [9, 33], Epochs = 2 };
        var network = NetworkTrainer.Train(new Samples(features, targets), null, options, CancellationToken.None);

        var together = network.Predict(features);

        for (var row = 0; row < 600; row++) Assert.Equal(network.Predict(features.Row(row)), together[row]);
    }

    [Fact]
    public void No_rows_give_no_predictions_and_a_wrong_width_is_refused()
    {
        var network = new MultilayerPerceptron(new Objective.SquaredError(), new Standardiser([1], [2]), new NetworkShape(1, 1, 1), [1, 1, 1, 1]);

        Assert.Empty(network.Predict(new FeatureMatrix([], 0, 1)));
        Assert.Throws<ArgumentException>(() => network.Predict([1, 2]));
        Assert.Throws<ArgumentException>(() => network.Predict(new FeatureMatrix([1, 2], 1, 2)));
    }

    [Fact]
    public void A_wild_input_gives_a_finite_mean()
    {
        var network = new MultilayerPerceptron(new Objective.Poisson(), new Standardiser([0], [1]), new NetworkShape(1, 1, 1), [1000, 0, 1000, 0]);

        Assert.Equal(Math.Exp(NetworkLoss.MarginLimit), network.Predict([float.MaxValue]), 1);
    }
}
