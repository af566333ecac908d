using MusicFlow.Learning.Binning;

namespace MusicFlow.Learning.Tests.Binning;

public sealed class RadixSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5000)]
    public void Values_come_out_as_a_comparison_sort_has_them(int length)
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, length).Select(i => (float)(random.NextDouble() - 0.5) * MathF.Pow(10, random.Next(-30, 30))).ToArray();
        if (length > 4) (values[0], values[1], values[2], values[3]) = (float.MaxValue, -float.MaxValue, float.Epsilon, -float.Epsilon);

        var sorted = (float[])values.Clone();
        RadixSort.Sort(sorted);

        Assert.Equal(values.Order(), sorted);
    }
}
