using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

internal static class Some
{
    /// <summary>Draws a count from a distribution by its inverse.</summary>
    public static int Draw(CountDistribution distribution, Random random)
    {
        var at = random.NextDouble();
        return Enumerable.Range(0, distribution.Cap).FirstOrDefault(count => at < distribution.Cumulative(count), distribution.Cap);
    }
}
