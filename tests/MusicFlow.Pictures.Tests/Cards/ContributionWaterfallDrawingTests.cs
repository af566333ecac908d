using MusicFlow.Pictures.Cards;

namespace MusicFlow.Pictures.Tests.Cards;

public sealed class ContributionWaterfallDrawingTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_factor_that_multiplies_nothing_is_refused(double factor) =>
        Assert.Throws<ArgumentException>(() => ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Reasons = [new("a reason", "×?", factor)] }));

    [Fact]
    public void An_end_that_is_not_a_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { End = new("this song", "?", double.NaN) }));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1e-300, 1e300)]
    [InlineData(-5, 30)]
    public void Extreme_ends_and_factors_stay_on_the_card(double start, double end)
    {
        var content = SomeCard.Waterfall() with
        {
            Start = new("start", "0", start),
            End = new("end", "30", end),
            Reasons = [new("up", "×∞", 1e300), new("down", "×0", 1e-300), new("up", "×∞", 1e300)],
        };

        var picture = ContributionWaterfallDrawing.Draw(content);

        Assert.Equal(1000, picture.Width);
    }

    [Fact]
    public void Only_so_many_reasons_are_drawn_and_none_at_all_is_fine()
    {
        var reason = new WaterfallReason("a reason", "×1.1", 1.1);

        var many = ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Reasons = [.. Enumerable.Repeat(reason, 5000)] });
        var eight = ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Reasons = [.. Enumerable.Repeat(reason, 8)] });
        var none = ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Reasons = [] });

        Assert.Equal(eight.Png.ToArray(), many.Png.ToArray());
        Assert.True(none.Height < eight.Height);
    }
}
