using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Metrics;
using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Networks;

public sealed class NetworkTrainerTests
{
    private static readonly NetworkOptions Small = new() { Objective = new Objective.SquaredError(), HiddenLayers = [16, 16], Epochs = 40, LearningRate = 5e-3 };

    [Fact]
    public void A_curved_target_in_a_large_unit_is_learned()
    {
        var (training, validation) = (Draw(1200, 1, x => 5000 + 800 * x[0] * x[1]), Draw(400, 2, x => 5000 + 800 * x[0] * x[1]));

        var network = NetworkTrainer.Train(training, validation, Small, CancellationToken.None);

        Assert.InRange(RegressionMetrics.R2(validation.Targets, network.Predict(validation.Features)), 0.9, 1);
    }

    [Fact]
    public void Poisson_means_are_positive_and_learned_through_the_logarithm()
    {
        var objective = new Objective.Poisson();
        var (training, validation) = (Draw(1500, 3, x => MathF.Round(MathF.Exp(x[0] + 1))), Draw(500, 4, x => MathF.Round(MathF.Exp(x[0] + 1))));

        var means = NetworkTrainer.Train(training, validation, Small with { Objective = objective }, CancellationToken.None).Predict(validation.Features);

        Assert.All(means, mean => Assert.True(mean > 0));
        Assert.InRange(RegressionMetrics.PoissonDeviance(validation.Targets, means), 0, 0.2);
    }

    [Fact]
    public void Logistic_learns_what_no_line_can_part()
    {
        var (training, validation) = (Draw(1500, 5, x => x[0] * x[1] > 0 ? 1 : 0), Draw(500, 6, x => x[0] * x[1] > 0 ? 1 : 0));

        var network = NetworkTrainer.Train(training, validation, Small with { Objective = new Objective.Logistic() }, CancellationToken.None);

        Assert.InRange(RankingMetrics.AreaUnderRoc(validation.Targets, network.Predict(validation.Features)), 0.97, 1);
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        var training = Draw(300, 1, x => x[0]);

        var once = NetworkTrainer.Train(training, null, Small with { Epochs = 3 }, CancellationToken.None);
        var again = NetworkTrainer.Train(training, null, Small with { Epochs = 3 }, CancellationToken.None);
        var other = NetworkTrainer.Train(training, null, Small with { Epochs = 3, Seed = 43 }, CancellationToken.None);

        Assert.Equal(once.Parameters, again.Parameters);
        Assert.NotEqual(once.Parameters, other.Parameters);
    }

    [Fact]
    public void The_epoch_that_was_best_on_validation_is_kept()
    {
        var (training, validation) = (Draw(60, 1, x => x[0] + 3 * x[2]), Draw(300, 2, x => x[0]));

        var stopped = NetworkTrainer.Train(training, validation, Small with { Epochs = 80, EarlyStoppingEpochs = 5 }, CancellationToken.None);
        var overdone = NetworkTrainer.Train(training, null, Small with { Epochs = 80 }, CancellationToken.None);

        Assert.True(Error(stopped) < Error(overdone));

        double Error(MultilayerPerceptron network) => RegressionMetrics.RootMeanSquaredError(validation.Targets, network.Predict(validation.Features));
    }

    [Fact]
    public void A_row_of_weight_zero_teaches_nothing()
    {
        var plain = Draw(64, 1, x => x[0]);
        float[] spoilt = [.. plain.Targets.Select((t, i) => i % 2 == 0 ? t : 1000)], weights = [.. plain.Targets.Select((_, i) => i % 2 == 0 ? 1f : 0)];
        float[] otherwise = [.. plain.Targets.Select((t, i) => i % 2 == 0 ? t : -50)];

        var one = NetworkTrainer.Train(new Samples(plain.Features, spoilt, weights), null, Small with { Epochs = 2 }, CancellationToken.None);
        var two = NetworkTrainer.Train(new Samples(plain.Features, otherwise, weights), null, Small with { Epochs = 2 }, CancellationToken.None);

        Assert.Equal(one.Parameters, two.Parameters);
    }

    [Fact]
    public void Equal_targets_are_predicted_as_they_are()
    {
        var network = NetworkTrainer.Train(Draw(50, 1, _ => 7), null, Small with { Epochs = 30 }, CancellationToken.None);

        Assert.Equal(7, network.Predict([0, 0, 0]), 1.0);
    }

    [Fact]
    public void Wrong_options_and_samples_are_refused()
    {
        var good = Draw(10, 1, _ => 1);

        Refused(good, Small with { Objective = new Objective.Tweedie() });
        Refused(good, Small with { HiddenLayers = [] });
        Refused(good, Small with { HiddenLayers = [8, 8, 8, 8] });
        Refused(good, Small with { HiddenLayers = [2000] });
        Refused(good, Small with { Epochs = 0 });
        Refused(good, Small with { BatchSize = 0 });
        Refused(good, Small with { LearningRate = double.NaN });
        Refused(good, Small with { L2 = -1 });
        Refused(good, Small with { EarlyStoppingEpochs = -1 });
        Refused(Draw(10, 1, _ => -1), Small with { Objective = new Objective.Poisson() });
        Refused(Draw(10, 1, _ => 0.5f), Small with { Objective = new Objective.Logistic() });
        Refused(new Samples(new FeatureMatrix([], 0, 3), []), Small);
        Refused(new Samples(good.Features, good.Targets, new float[10]), Small);

        static void Refused(Samples samples, NetworkOptions options) =>
            Assert.Throws<ArgumentException>(() => NetworkTrainer.Train(samples, null, options, CancellationToken.None));
    }

    [Fact]
    public void A_cancelled_training_ends() =>
        Assert.Throws<OperationCanceledException>(() => NetworkTrainer.Train(Draw(10, 1, _ => 1), null, Small, new CancellationToken(canceled: true)));

    private static Samples Draw(int rows, ulong seed, Func<float[], float> target)
    {
        var random = new SeededRandom(seed);
        float[][] table = [.. Enumerable.Range(0, rows).Select(_ => new[] { (float)random.NextNormal(), (float)random.NextNormal(), (float)random.NextNormal() })];
        return new Samples(new FeatureMatrix([.. table.SelectMany(row => row)], rows, 3), [.. table.Select(target)]);
    }
}
