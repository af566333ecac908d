using MusicFlow.Learning.Binning;

namespace MusicFlow.Learning.Tests.Binning;

public sealed class CutFinderTests
{
    [Fact]
    public void Many_values_fall_into_bins_of_about_equal_size()
    {
        var sorted = Enumerable.Range(0, 10_000).Select(i => i * 0.5f).ToArray();

        var cuts = CutFinder.Find(sorted, 99);

        Assert.Equal(99, cuts.Length);
        var sizes = Sizes(sorted, cuts);
        Assert.All(sizes, size => Assert.InRange(size, 98, 102));
    }

    [Fact]
    public void A_very_frequent_value_gets_a_bin_of_its_own()
    {
        float[] sorted = [.. Enumerable.Range(0, 500).Select(i => i - 600f), .. Enumerable.Repeat(0f, 5000), .. Enumerable.Range(0, 500).Select(i => i + 100f)];

        var cuts = CutFinder.Find(sorted, 20);

        Assert.Contains(5000, Sizes(sorted, cuts));
        Assert.InRange(cuts.Length, 10, 20);
    }

    [Fact]
    public void Cuts_ascend_and_lie_above_the_left_neighbour_even_between_adjacent_floats()
    {
        var low = 1f;
        var high = MathF.BitIncrement(low);

        Assert.Equal([high], CutFinder.Find([low, high], 5));
        Assert.Equal([0f], CutFinder.Find([-float.MaxValue, float.MaxValue], 5));
    }

    private static List<int> Sizes(float[] sorted, float[] cuts)
    {
        List<int> sizes = [];
        var start = 0;
        foreach (var cut in cuts.Append(float.PositiveInfinity))
        {
            var end = start;
            while (end < sorted.Length && sorted[end] < cut) end++;
            sizes.Add(end - start);
            start = end;
        }
        return sizes;
    }
}
