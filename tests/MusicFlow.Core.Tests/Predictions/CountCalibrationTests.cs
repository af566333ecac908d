using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Tests.Predictions;

public sealed class CountCalibrationTests
{
    [Fact]
    public void Ranges_cover_about_four_fifths_at_every_level_that_allows_it()
    {
        var (streams, targets) = Rows(20_000, 1);
        var calibration = CountCalibration.Fit(Array.ConvertAll(streams, Expectation.Of), targets);
        var (judged, happened) = Rows(20_000, 2);

        foreach (var tenth in judged.Index().OrderBy(row => row.Item).Chunk(2_000))
        {
            var ranges = tenth.Select(row => (Range: calibration.Range(Expectation.Of(row.Item)), Target: happened[row.Index])).ToList();
            var coverage = ranges.Average(row => row.Target >= row.Range.Low && row.Target <= row.Range.High ? 1.0 : 0);
            var single = ranges.All(row => row.Range.Low == row.Range.High);
            Assert.InRange(coverage, 0.775, single ? 1 : 0.86);
        }
    }

    [Fact]
    public void Probability_rises_with_the_expected_streams()
    {
        var (streams, targets) = Rows(5_000, 3);

        var calibration = CountCalibration.Fit(Array.ConvertAll(streams, Expectation.Of), targets);

        var probabilities = Enumerable.Range(0, 60).Select(step => calibration.ProbabilityOfAStream(Expectation.Of(step / 2.0))).ToList();
        Assert.Equal(probabilities.Order(), probabilities);
    }

    [Fact]
    public void Where_a_model_tells_the_chance_the_probability_follows_that_and_not_the_streams()
    {
        var random = new Random(4);
        Expectation[] answers = [.. Enumerable.Range(0, 4_000).Select(_ => new Expectation(30 * random.NextDouble(), random.NextDouble()))];
        float[] targets = [.. answers.Select(answer => random.NextDouble() < answer.ChanceScore ? 3f : 0)];

        var calibration = CountCalibration.Fit(answers, targets);

        Assert.Equal(0.9, calibration.ProbabilityOfAStream(new Expectation(0.5, 0.9)), 0.1);
        Assert.Equal(0.1, calibration.ProbabilityOfAStream(new Expectation(20, 0.1)), 0.1);
    }

    /// <summary>Poisson-gamma counts whose mean is known.</summary>
    private static (double[] Streams, float[] Targets) Rows(int rows, int seed)
    {
        var random = new Random(seed);
        var streams = new double[rows];
        var targets = new float[rows];
        for (var i = 0; i < rows; i++)
        {
            streams[i] = 0.05 * Math.Exp(5 * random.NextDouble());
            var rate = streams[i] * -Math.Log(1 - random.NextDouble());
            var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-Math.Min(rate, 500)));
            while (product > limit && count < 30) (count, product) = (count + 1, product * random.NextDouble());
            targets[i] = count;
        }
        return (streams, targets);
    }
}
