using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Tests.Training;

public sealed class HurdleTests
{
    private static readonly Candidate.Trees Part = new(new BoostingOptions { Objective = new Objective.Poisson(), Rounds = 200, MaxDepth = 2, MinChildWeight = 1, EarlyStoppingRounds = 5 });

    [Fact]
    public void Its_answer_is_the_chance_times_the_amount()
    {
        var samples = Listening(400, seed: 1);

        var model = (HurdleModel)new Candidate.Hurdle(Part, Part).Fit(samples, Listening(200, seed: 2), CancellationToken.None);

        Assert.All(Enumerable.Range(0, 50), row =>
        {
            var features = samples.Features.Row(row);
            var product = Streams.Of(model.Chance.Margin(features), model.Objective) * Streams.Of(model.Amount.Margin(features), model.Objective);
            Assert.Equal(Math.Min(product, 30), Streams.Of(model.Margin(features), model.Objective), product * 1e-5);
        });
    }

    [Fact]
    public void The_refitted_model_is_one_ensemble_that_finds_both_parts()
    {
        var samples = Listening(2000, seed: 3);
        var hurdle = new Candidate.Hurdle(Part, Part);
        var fold = hurdle.Fit(samples, Listening(500, seed: 4), CancellationToken.None);

        var model = Assert.IsType<TreeModel>(hurdle.Refit(samples, [fold], CancellationToken.None));

        Assert.InRange(Answer(model, heard: 0, often: 0), 0.1, 0.3);
        Assert.InRange(Answer(model, heard: 1, often: 0), 0.7, 1.1);
        Assert.InRange(Answer(model, heard: 1, often: 1), 3, 5);
    }

    [Fact]
    public void Averaged_with_plain_trees_it_still_tells_the_chance_alone()
    {
        var samples = Listening(1000, seed: 7);
        var hurdle = ((HurdleModel)new Candidate.Hurdle(Part, Part).Fit(samples, Listening(300, seed: 8), CancellationToken.None)).Product;
        var plain = (TreeModel)Part.Fit(samples, Listening(300, seed: 8), CancellationToken.None);

        var average = TreeModel.Average([plain, hurdle]);

        float[] row = [1, 0];
        Assert.Equal((plain.Margin(row) + hurdle.Margin(row)) / 2, average.Margin(row), 1e-5);
        Assert.Equal(hurdle.ChanceMargin(row)!.Value / 2, average.ChanceMargin(row)!.Value, 1e-5);
        Assert.Null(plain.ChanceMargin(row));
    }

    private static double Answer(IMarginModel model, float heard, float often) => Streams.Of(model.Margin([heard, often]), model.Objective);

    /// <summary>The first feature tells whether a song is heard (9 of 10 against 1 of 5), the second how often (once or five times).</summary>
    private static Samples Listening(int rows, int seed)
    {
        var random = new Random(seed);
        var (values, targets) = (new float[rows * 2], new float[rows]);
        for (var row = 0; row < rows; row++)
        {
            var (heard, often) = (random.Next(2), random.Next(2));
            (values[2 * row], values[(2 * row) + 1]) = (heard, often);
            if (random.NextDouble() < (heard == 1 ? 0.9 : 0.2)) targets[row] = often == 1 ? 5 : 1;
        }
        return new Samples(new FeatureMatrix(values, rows, 2), targets);
    }
}
