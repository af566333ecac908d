using MusicFlow.Learning.Histograms;

namespace MusicFlow.Learning.Tests.Histograms;

public sealed unsafe class GradientTableTests
{
    [Fact]
    public void Every_row_is_rounded_to_the_nearest_step_and_the_sums_are_exact()
    {
        float[] g = [.. Enumerable.Range(0, 21).Select(i => (i - 10) / 10f)], h = [.. Enumerable.Range(0, 21).Select(i => i / 20f)];
        using var table = new GradientTable(21) { GradientScale = FixedPoint.For(1), HessianScale = FixedPoint.For(1) };

        var sums = table.Write(0, g, h);

        for (var row = 0; row < 21; row++)
        {
            Assert.Equal(g[row], (int)table.Pairs[row] * table.GradientScale.Unit, 1e-8);
            Assert.Equal(h[row], (table.Pairs[row] >> 32) * table.HessianScale.Unit, 1e-8);
        }
        Assert.Equal(Enumerable.Range(0, 21).Sum(row => (long)(int)table.Pairs[row]), sums.Gradient);
        Assert.Equal(Enumerable.Range(0, 21).Sum(row => table.Pairs[row] >> 32), sums.Hessian);
    }

    [Fact]
    public void A_stretch_beyond_the_table_is_refused()
    {
        using var table = new GradientTable(4);

        Assert.Throws<ArgumentOutOfRangeException>(() => table.Write(3, new float[2], new float[2]));
    }
}
