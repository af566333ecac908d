using System.Globalization;
using MusicFlow.Learning.Boosting;

namespace MusicFlow.Learning.Tests.Boosting;

public sealed class EarlyStoppingTests
{
    [Fact]
    public void The_best_round_is_remembered_and_patience_runs_out()
    {
        var stopping = new EarlyStopping(2);

        bool[] goesOn = [stopping.Note(1, 5), stopping.Note(2, 4), stopping.Note(3, 4), stopping.Note(4, 6)];

        Assert.Equal([true, true, true, false], goesOn);
        Assert.Equal((2, 4), (stopping.BestRound, stopping.BestLoss));
    }

    [Fact]
    public void A_loss_that_is_not_a_number_does_not_keep_training_alive()
    {
        var stopping = new EarlyStopping(1);

        Assert.True(stopping.Note(1, double.NaN));
        Assert.False(stopping.Note(2, double.NaN));
    }

    [Theory]
    [InlineData("SquaredError")]
    [InlineData("Softmax")]
    public void Training_stops_and_keeps_the_best_round(string name)
    {
        var (objective, all) = BoosterTests.Case(name, rows: 600);
        var (train, validation) = (all.Select([.. Enumerable.Range(0, 300)]), all.Select([.. Enumerable.Range(300, 300)]));
        var losses = new List<double>();
        var options = new BoostingOptions { Objective = objective, Rounds = 400, LearningRate = 0.5, EarlyStoppingRounds = 8 };

        var model = Tables.Train(train, validation, options, new Collecting(losses));

        var best = losses.IndexOf(losses.Min()) + 1;
        var priors = name == "Softmax" ? 1 : 0;
        Assert.Equal(best + 8, losses.Count);
        Assert.True(losses.Count < 400);
        Assert.Equal((best + priors) * objective.Groups, model.Trees.Count);
        Assert.Equal(best + priors - 1, int.Parse(model.Attributes["best_iteration"], CultureInfo.InvariantCulture));
        Assert.Equal(losses.Min(), double.Parse(model.Attributes["best_score"], CultureInfo.InvariantCulture));
    }

    private sealed class Collecting(List<double> losses) : IProgress<BoostingProgress>
    {
        public void Report(BoostingProgress value)
        {
            Assert.Equal(losses.Count + 1, value.Round);
            Assert.Null(value.TrainLoss);
            losses.Add(value.ValidationLoss!.Value);
        }
    }
}
