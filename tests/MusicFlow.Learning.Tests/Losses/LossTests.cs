using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Tests.Losses;

public sealed class LossTests
{
    private const int Rows = 37;

    // The reported loss is a deviance: twice the negative log likelihood, but for the pinball and the log losses.
    public static TheoryData<Objective, double, double> Cases => new()
    {
        { new Objective.SquaredError(), 2, 1 },
        { new Objective.Poisson(0.7), 2, Math.Exp(0.7) },
        { new Objective.Poisson(0), 2, 1 },
        { new Objective.Tweedie(1.2), 2, 1 },
        { new Objective.Tweedie(1.8), 2, 1 },
        { new Objective.Logistic(), 1, 1 },
        { new Objective.Softmax(3), 1, 2 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gradients_and_hessians_are_differences_of_the_loss(Objective objective, double lossFactor, double hessianFactor)
    {
        var loss = Loss.For(objective);
        var (margins, targets) = Sample(objective);
        var logSums = LogSums(objective, margins);
        for (var group = 0; group < objective.Groups; group++)
        {
            float[] g = new float[Rows], h = new float[Rows];
            loss.Gradients(group, new RowBlock(margins[group], targets, logSums), g, h);

            for (var row = 0; row < Rows; row++)
            {
                const float step = 1f / 64;
                var (low, here, high) = (Shifted(loss, margins, targets, row, group, -step), Shifted(loss, margins, targets, row, group, 0), Shifted(loss, margins, targets, row, group, step));
                Assert.Equal((high - low) / (2 * step) / lossFactor, g[row], 2e-3 * (1 + Math.Abs(g[row])));
                Assert.Equal((high - 2 * here + low) / (step * step) / lossFactor * hessianFactor, h[row], 2e-3 * (1 + h[row]));
            }
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public void The_pinball_gradient_is_its_slope(double alpha)
    {
        var loss = Loss.For(new Objective.Quantile(alpha));
        float[] margins = [0, 2, 5], targets = [1, 1, 1], g = new float[3], h = new float[3];

        loss.Gradients(0, new RowBlock(margins, targets, []), g, h);

        for (var row = 0; row < 3; row++)
            Assert.Equal((loss.Deviance([margins[row] + 0.25f], 1) - loss.Deviance([margins[row] - 0.25f], 1)) / 0.5, g[row], 5);
        Assert.All(h, hessian => Assert.Equal(1, hessian));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_leaf_shift_says_what_the_next_sums_will_be(Objective objective, double lossFactor, double hessianFactor)
    {
        Assert.True(lossFactor > 0 && hessianFactor > 0);
        var loss = Loss.For(objective);
        const float leaf = -0.3f;
        if (loss.ShiftOf(leaf) is not { } shift) return;
        var (margins, targets) = Sample(objective);
        var (g, h) = Sums(loss, margins[0], targets);

        var (nextG, nextH) = Sums(loss, Array.ConvertAll(margins[0], z => z + leaf), targets);

        Assert.Equal(nextG, shift.GradientByGradient * g + shift.GradientByHessian * h, 1e-3);
        Assert.Equal(nextH, shift.HessianByGradient * g + shift.HessianByHessian * h, 1e-3);
    }

    [Fact]
    public void A_weighted_quantile_is_that_of_repeated_values()
    {
        var loss = Loss.For(new Objective.Quantile(0.6));

        var weighted = loss.Renew([5, 1, 3], [1, 2, 3]);
        var repeated = loss.Renew([5, 1, 1, 3, 3, 3], []);

        Assert.Equal(repeated, weighted);
        Assert.Equal(3, weighted);
    }

    [Fact]
    public void A_quantile_of_nothing_is_zero() => Assert.Equal(0, Loss.For(new Objective.Quantile(0.6)).Renew([], []));

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_baseline_has_no_slope_left(Objective objective, double lossFactor, double hessianFactor)
    {
        Assert.True(lossFactor > 0 && hessianFactor > 0);
        if (objective.Groups > 1) return;
        var loss = Loss.For(objective);
        var targets = Sample(objective).Targets;
        var margin = LinkFunction.BaseMargin(objective, loss.Baseline(targets, []));

        var (g, _) = Sums(loss, [.. Enumerable.Repeat(margin, Rows)], targets);

        Assert.Equal(0, g, 1e-3);
    }

    [Fact]
    public void Extreme_margins_stay_finite()
    {
        float[] margins = [-500, 500], targets = [1, 0], g = new float[2], h = new float[2];
        foreach (var objective in (Objective[])[new Objective.Poisson(), new Objective.Tweedie(1.5), new Objective.Logistic()])
        {
            var loss = Loss.For(objective);

            loss.Gradients(0, new RowBlock(margins, targets, []), g, h);

            Assert.All(g.Concat(h), value => Assert.True(float.IsFinite(value)));
            Assert.True(double.IsFinite(loss.Deviance([500], 0)));
        }
    }

    private static (float[][] Margins, float[] Targets) Sample(Objective objective)
    {
        var random = new Random(5);
        var margins = Enumerable.Range(0, objective.Groups).Select(_ => Enumerable.Range(0, Rows).Select(_ => (float)(random.NextDouble() * 3 - 1.5)).ToArray()).ToArray();
        var targets = Enumerable.Range(0, Rows).Select(_ => objective switch
        {
            Objective.Logistic => random.Next(2),
            Objective.Softmax => random.Next(3),
            Objective.SquaredError => (float)random.NextDouble(),
            _ => random.Next(4),
        }).ToArray();
        return (margins, targets);
    }

    private static float[] LogSums(Objective objective, float[][] margins)
    {
        if (objective.Groups == 1) return [];
        var logSums = new float[Rows];
        SoftmaxLoss.LogSums(margins, 0, logSums);
        return logSums;
    }

    private static double Shifted(Loss loss, float[][] margins, float[] targets, int row, int group, float step)
    {
        var shifted = margins.Select((all, g) => all[row] + (g == group ? step : 0)).ToArray();
        return loss.Deviance(shifted, targets[row]);
    }

    private static (double Gradient, double Hessian) Sums(Loss loss, float[] margins, float[] targets)
    {
        float[] g = new float[Rows], h = new float[Rows];
        loss.Gradients(0, new RowBlock(margins, targets, []), g, h);
        return (g.Sum(x => (double)x), h.Sum(x => (double)x));
    }
}
