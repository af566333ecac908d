using MusicFlow.Pictures.Cards;

namespace MusicFlow.Pictures.Tests.Cards;

public sealed class FeatureRadarDrawingTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Too_few_or_too_many_axes_are_refused(int count) =>
        Assert.Throws<ArgumentException>(() => FeatureRadarDrawing.Draw(SomeCard.Radar() with { Axes = [.. Enumerable.Repeat(new RadarAxis("x", "1", 1), count)] }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(null)]
    public void What_is_no_number_is_drawn_as_unknown_and_not_as_zero(double? value)
    {
        var unknown = FeatureRadarDrawing.Draw(With(null));
        var zero = FeatureRadarDrawing.Draw(With(0));

        var drawn = FeatureRadarDrawing.Draw(With(value));

        Assert.Equal(unknown.Png.ToArray(), drawn.Png.ToArray());
        Assert.NotEqual(zero.Png.ToArray(), drawn.Png.ToArray());
    }

    [Fact]
    public void A_radar_of_nothing_known_can_be_drawn()
    {
        var picture = FeatureRadarDrawing.Draw(SomeCard.Radar() with { Axes = [.. SomeCard.Radar().Axes.Select(axis => axis with { Value = null })] });

        Assert.Equal((800, 680), (picture.Width, picture.Height));
    }

    static FeatureRadarContent With(double? value) => SomeCard.Radar() with { Axes = [new("energy", "0.74", value), .. SomeCard.Radar().Axes.Skip(1)] };
}
