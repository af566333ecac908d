using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Calibration;

namespace MusicFlow.Learning.Tests.Calibration;

public sealed class NestedRangesTests
{
    // Mode 2; then 1 (.2), 0 (.15), 3 (.1), 4 (.05).
    private static readonly CountDistribution Hill = new([0.15, 0.2, 0.5, 0.1, 0.05]);

    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(0.5, 1, 2)]
    [InlineData(0.69, 1, 2)]
    [InlineData(0.71, 0, 2)]
    [InlineData(0.86, 0, 3)]
    [InlineData(1, 0, 4)]
    public void A_range_grows_from_the_mode_by_the_likelier_neighbour(double threshold, int low, int high) =>
        Assert.Equal(new CountRange(low, high), NestedRanges.UpTo(Hill, threshold));

    [Fact]
    public void The_mass_before_a_count_is_that_of_the_range_it_joins()
    {
        Assert.Equal(0, NestedRanges.MassBefore(Hill, 2));
        Assert.Equal(0.5, NestedRanges.MassBefore(Hill, 1), 15);
        Assert.Equal(0.7, NestedRanges.MassBefore(Hill, 0), 15);
        Assert.Equal(0.85, NestedRanges.MassBefore(Hill, 3), 15);
        Assert.Equal(0.95, NestedRanges.MassBefore(Hill, 4), 15);
    }

    [Fact]
    public void A_count_is_in_the_range_exactly_when_its_score_is_at_most_the_threshold() =>
        Prop.ForAll<byte[], byte>((weights, level) =>
        {
            if (weights.Length < 2 || weights.All(w => w == 0)) return true;
            var distribution = new CountDistribution([.. weights.Select(w => (double)w)]);
            var threshold = level / 255.0;
            var range = NestedRanges.UpTo(distribution, threshold);
            return Enumerable.Range(0, distribution.Cap + 1).All(count => range.Contains(count) == (NestedRanges.MassBefore(distribution, count) <= threshold));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_count_outside_the_span_is_refused() =>
        Assert.Throws<ArgumentException>(() => NestedRanges.MassBefore(Hill, 5));
}
