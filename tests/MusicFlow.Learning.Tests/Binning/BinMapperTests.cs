using FsCheck;
using FsCheck.Fluent;
using MusicFlow.Learning.Binning;

namespace MusicFlow.Learning.Tests.Binning;

public sealed class BinMapperTests
{
    [Fact]
    public void A_bin_is_one_more_than_the_cuts_at_or_below_the_value_and_missing_is_zero()
    {
        var mapper = new BinMapper([[1, 2, 4]]);

        Assert.Equal([0, 1, 2, 2, 3, 4], new[] { float.NaN, 0.9f, 1, 1.5f, 2, 4 }.Select(value => (int)mapper.BinOf(0, value)));
        Assert.Equal(5, mapper.BinCount(0));
    }

    [Fact]
    public void Bins_up_to_k_are_exactly_the_values_below_cut_k()
    {
        Prop.ForAll<float[], float>((values, asked) =>
        {
            float[] known = [.. values.Where(float.IsFinite), 0];
            if (!float.IsFinite(asked)) asked = known[0];
            var mapper = BinMapper.Fit(new FeatureMatrix(known, known.Length, 1), 16, 1, 1);

            var cuts = mapper.Cuts(0);
            for (var k = 1; k <= cuts.Length; k++)
                foreach (var value in (float[])[.. known, asked])
                    if (mapper.BinOf(0, value) <= k != value < cuts[k - 1]) return false;
            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Few_distinct_values_are_all_told_apart()
    {
        var mapper = BinMapper.Fit(new FeatureMatrix([3, 1, float.NaN, 2, 3, 1], 6, 1), 256, 1, 1);

        Assert.Equal([1.5f, 2.5f], mapper.Cuts(0).ToArray());
    }

    [Fact]
    public void A_feature_without_values_or_with_one_has_no_cut()
    {
        var mapper = BinMapper.Fit(new FeatureMatrix([float.NaN, 7, float.NaN, 7], 2, 2), 256, 1, 1);

        Assert.Equal(0, mapper.Cuts(0).Length);
        Assert.Equal(0, mapper.Cuts(1).Length);
    }

    [Fact]
    public void A_large_table_is_sampled_the_same_way_at_any_thread_count()
    {
        var values = Enumerable.Range(0, 250_000).Select(i => (float)Math.Sin(i)).ToArray();
        var features = new FeatureMatrix(values, 125_000, 2);

        var (one, two, other) = (BinMapper.Fit(features, 64, 1, 1), BinMapper.Fit(features, 64, 1, 2), BinMapper.Fit(features, 64, 2, 1));

        Assert.Equal(one.Cuts(1).ToArray(), two.Cuts(1).ToArray());
        Assert.NotEqual(one.Cuts(1).ToArray(), other.Cuts(1).ToArray());
    }
}
