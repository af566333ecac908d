using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Tests.Predictions;

public sealed class CountCalibrationTests
{
    [Fact]
    public void Ranges_cover_about_four_fifths_at_every_level_that_allows_it()
    {
        var (streams, targets) = Rows(20_000, 1);
        var calibration = CountCalibration.Fit(streams, targets);
        var (judged, happened) = Rows(20_000, 2);

        foreach (var tenth in judged.Index().OrderBy(row => row.Item).Chunk(2_000))
        {
            var ranges = tenth.Select(row => (Range: calibration.Range(row.Item), Target: happened[row.Index])).ToList();
            var coverage = ranges.Average(row => row.Target >= row.Range.Low && row.Target <= row.Range.High ? 1.0 : 0);
            var single = ranges.All(row => row.Range.Low == row.Range.High);
            Assert.InRange(coverage, 0.775, single ? 1 : 0.86);
        }
    }

    [Fact]
    public void Probability_rises_with_the_expected_streams()
    {
        var (streams, targets) = Rows(5_000, 3);

        var calibration = CountCalibration.Fit(streams, targets);

        var probabilities = Enumerable.Range(0, 60).Select(step => calibration.ProbabilityOfAStream(step / 2.0)).ToList();
        Assert.Equal(probabilities.Order(), probabilities);
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
