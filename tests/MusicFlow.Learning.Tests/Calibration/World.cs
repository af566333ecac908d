using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

/// <summary>A made-up listener: half of the songs by known artists, chances and means spread widely, counts from a hurdle that the model gets wrong.</summary>
internal static class World
{
    /// <param name="Distribution">What the model says.</param>
    /// <param name="Level">The model's mean.</param>
    /// <param name="Known">Whether the artist is known.</param>
    /// <param name="Count">What happened.</param>
    public sealed record Row(CountDistribution Distribution, double Level, bool Known, int Count);

    /// <param name="rows">How many songs.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="fault">How far the model's chances lie from the truth, as a slope on the logit scale; 0 is a model with a wrong dispersion only.</param>
    public static Row[] Draw(int rows, int seed, double fault)
    {
        var random = new Random(seed);
        var (truth, model) = (new HurdleNegativeBinomial(2.5, 30), new HurdleNegativeBinomial(1, 30));
        return [.. Enumerable.Range(0, rows).Select(_ => One())];

        Row One()
        {
            var known = random.NextDouble() < 0.5;
            var logit = (known ? 1 : -2) + 1.5 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
            var positive = 1.1 + Math.Exp(0.5 * logit + random.NextDouble());
            var count = Some.Draw(truth.Distribution(Chance(logit), Chance(logit) * positive), random);
            var guess = Chance(logit + fault * Math.Sin(logit));
            var level = guess * positive * (known ? 1.2 : 0.8);
            return new Row(model.Distribution(guess, level), level, known, count);
        }
    }

    private static double Chance(double logit) => 1 / (1 + Math.Exp(-logit));
}
