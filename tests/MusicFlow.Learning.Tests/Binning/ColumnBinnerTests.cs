using MusicFlow.Learning.Binning;

namespace MusicFlow.Learning.Tests.Binning;

public sealed class ColumnBinnerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(254)]
    public void The_search_agrees_with_counting_the_cuts(int cutCount)
    {
        var random = new Random(cutCount);
        var cuts = Enumerable.Range(0, cutCount).Select(_ => (float)random.NextDouble()).Distinct().Order().ToArray();
        var mapper = new BinMapper([cuts]);
        float[] values = [.. Enumerable.Range(0, 200).Select(_ => (float)random.NextDouble()), .. cuts, float.NaN, -1e38f, 1e38f, 0, float.NaN];

        var bins = new byte[values.Length];
        new ColumnBinner(cuts).Bin(values, bins);

        Assert.Equal(values.Select(value => mapper.BinOf(0, value)), bins);
    }

    [Fact]
    public void Too_little_room_is_refused() => Assert.Throws<ArgumentException>(() => new ColumnBinner([1]).Bin(new float[3], new byte[2]));
}
