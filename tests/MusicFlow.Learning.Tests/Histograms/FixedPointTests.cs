using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Tests.Histograms;

public sealed class FixedPointTests
{
    [Fact]
    public void The_largest_number_fits_and_uses_most_of_the_room()
    {
        Prop.ForAll<float>(number =>
        {
            var largest = Math.Abs(number);
            if (!float.IsNormal(largest)) return true;
            var scaled = (double)largest * FixedPoint.For(largest).Scale;
            return scaled <= FixedPoint.Limit && (scaled > FixedPoint.Limit / 2 - 1 || largest < 1e-20f);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(float.Epsilon)]
    [InlineData(float.MaxValue)]
    [InlineData(1f)]
    public void Extremes_have_a_scale_that_suits_them(float largest)
    {
        var scale = FixedPoint.For(largest);

        Assert.True(scale.Suits(largest));
        Assert.True(float.IsFinite(scale.Scale) && scale.Unit > 0);
    }

    [Fact]
    public void A_scale_is_given_up_when_numbers_outgrow_or_undershoot_it()
    {
        var scale = FixedPoint.For(1);

        Assert.True(scale.Suits(0.5f));
        Assert.False(scale.Suits(2.1f));
        Assert.False(scale.Suits(0.01f));
    }
}
