using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Histograms;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Tests.Boosting;

namespace MusicFlow.Learning.Tests.Histograms;

public sealed unsafe class HistogramBuilderTests
{
    private const int Rows = 40_000;
    private static readonly FeatureMatrix Features = Tables.Mixed(Rows, 3).Features;

    [Fact]
    public void A_histogram_of_the_parent_minus_that_of_one_child_is_that_of_the_other()
    {
        using var bins = Bins();
        using var gradients = Gradients(seed: 1);
        using var builder = new HistogramBuilder(bins, 1);
        using Histogram parent = new(bins.Layout.Slots), left = new(bins.Layout.Slots), right = new(bins.Layout.Slots);
        var rows = Enumerable.Range(0, Rows).ToArray();

        var all = builder.Build(gradients, null, Rows, parent);
        var one = Build(builder, gradients, [.. rows.Where(row => row % 7 < 3)], left);
        var other = Build(builder, gradients, [.. rows.Where(row => row % 7 >= 3)], right);
        parent.Subtract(left);

        Assert.Equal(all - one, other);
        Assert.Equal(Entries(right), Entries(parent));
    }

    [Fact]
    public void Entries_are_the_sums_of_the_rows_rounded_one_by_one()
    {
        using var bins = Bins();
        using var gradients = Gradients(seed: 2);
        using var builder = new HistogramBuilder(bins, 1);
        using var histogram = new Histogram(bins.Layout.Slots);

        builder.Build(gradients, null, Rows, histogram);

        var expected = new double[2 * bins.Layout.Slots];
        for (var row = 0; row < Rows; row++)
            for (var c = 0; c < bins.Layout.Columns.Length; c++)
            {
                var slot = bins.Layout.Columns[c].FirstSlot + bins.ByRow[row * bins.RowStride + c];
                expected[slot] += ((int)gradients.Pairs[row] + 2048) >> 12;
                expected[bins.Layout.Slots + slot] += ((int)(gradients.Pairs[row] >> 32) + 2048) >> 12;
            }
        Assert.Equal(expected, Entries(histogram));
    }

    [Fact]
    public void The_largest_gradients_on_one_code_do_not_overflow()
    {
        using var bins = BinnedMatrix.Build(new FeatureMatrix(new float[Rows], Rows, 1), new BinMapper([[]]), 1);
        foreach (var sign in (float[])[1, -1])
        {
            using var gradients = new GradientTable(Rows) { GradientScale = FixedPoint.For(1), HessianScale = FixedPoint.For(1) };
            gradients.Write(0, [.. Enumerable.Repeat(sign, Rows)], [.. Enumerable.Repeat(1f, Rows)]);
            using var builder = new HistogramBuilder(bins, 1);
            using var histogram = new Histogram(bins.Layout.Slots);

            var sums = builder.Build(gradients, null, Rows, histogram);

            Assert.Equal(sign * Rows, histogram.Gradients[0] * gradients.GradientScale.CoarseUnit);
            Assert.Equal(Rows, histogram.Hessians[0] * gradients.HessianScale.CoarseUnit);
            Assert.Equal(sign * Rows, sums.Gradient * gradients.GradientScale.Unit);
        }
    }

    [Fact]
    public void Threads_share_the_rows_without_a_trace()
    {
        using var bins = Bins();
        using var gradients = Gradients(seed: 3);
        using HistogramBuilder one = new(bins, 1), three = new(bins, 3);
        using Histogram a = new(bins.Layout.Slots), b = new(bins.Layout.Slots);
        var rows = Enumerable.Range(0, Rows).Where(row => row % 5 != 1).ToArray();

        var sums = Build(one, gradients, rows, a);

        Assert.Equal(sums, Build(three, gradients, rows, b));
        Assert.Equal(Entries(a), Entries(b));
    }

    [Theory]
    [InlineData("SquaredError")]
    [InlineData("Poisson")]
    [InlineData("Tweedie")]
    public void The_forecast_root_is_the_counted_one(string name)
    {
        var (objective, samples) = BoosterTests.Case(name, rows: Rows);
        var loss = Loss.For(objective);
        using var bins = Bins();
        using var builder = new HistogramBuilder(bins, 1);
        using Histogram all = new(bins.Layout.Slots), left = new(bins.Layout.Slots), counted = new(bins.Layout.Slots), derived = new(bins.Layout.Slots);
        using var forecast = new RootForecast(bins.Layout.Slots);
        var margins = new float[Rows];
        var rows = Enumerable.Range(0, Rows).Where(row => row % 3 == 0).ToArray();
        const float leafOfLeft = 0.2f, leafOfRight = -0.1f;

        using var before = Gradients(loss, margins, samples.Targets);
        builder.Build(before, null, Rows, all);
        Build(builder, before, rows, left);
        forecast.Begin(before);
        forecast.AddPair(all, left, loss.ShiftOf(leafOfLeft)!.Value, loss.ShiftOf(leafOfRight)!.Value);
        for (var row = 0; row < Rows; row++) margins[row] += row % 3 == 0 ? leafOfLeft : leafOfRight;
        using var after = Gradients(loss, margins, samples.Targets);
        builder.Build(after, null, Rows, counted);
        forecast.MoveTo(derived, after);

        Assert.False(forecast.Ready);
        var (expected, actual) = (Entries(counted), Entries(derived));
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i], 2000d); // of 2^17 steps for the largest gradient of one row
    }

    private static BinnedMatrix Bins() => BinnedMatrix.Build(Features, BinMapper.Fit(Features, 64, 1, 1), 1);

    private static double[] Entries(Histogram histogram) => new ReadOnlySpan<double>(histogram.Gradients, 2 * histogram.Slots).ToArray();

    private static GradientSums Build(HistogramBuilder builder, GradientTable gradients, int[] rows, Histogram target)
    {
        fixed (int* pointer = rows) return builder.Build(gradients, pointer, rows.Length, target);
    }

    private static GradientTable Gradients(int seed)
    {
        var random = new Random(seed);
        var (g, h) = (new float[Rows], new float[Rows]);
        for (var row = 0; row < Rows; row++) (g[row], h[row]) = ((float)(random.NextDouble() - 0.5), (float)random.NextDouble());
        var table = new GradientTable(Rows) { GradientScale = FixedPoint.For(0.5f), HessianScale = FixedPoint.For(1) };
        table.Write(0, g, h);
        return table;
    }

    private static GradientTable Gradients(Loss loss, float[] margins, float[] targets)
    {
        var (g, h) = (new float[Rows], new float[Rows]);
        loss.Gradients(0, new RowBlock(margins, targets, []), g, h);
        var table = new GradientTable(Rows) { GradientScale = FixedPoint.For(g.Max(Math.Abs)), HessianScale = FixedPoint.For(h.Max()) };
        table.Write(0, g, h);
        return table;
    }
}
