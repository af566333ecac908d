using MusicFlow.Learning.Explanations;

namespace MusicFlow.Learning.Tests.Explanations;

public sealed class GaussLegendreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(64)]
    public void Powers_up_to_twice_the_points_are_integrated_exactly(int count)
    {
        var (points, weights) = GaussLegendre.Rule(count);

        for (var power = 0; power < 2 * count; power++)
        {
            var integral = points.Zip(weights, (point, weight) => weight * Math.Pow(point, power)).Sum();
            Assert.Equal(1d / (power + 1), integral, 1e-13);
        }
    }

    [Fact]
    public void Points_lie_strictly_inside_and_ascend()
    {
        var (points, _) = GaussLegendre.Rule(128);

        Assert.True(points[0] > 0 && points[^1] < 1);
        Assert.Equal(points.Order(), points);
    }
}
