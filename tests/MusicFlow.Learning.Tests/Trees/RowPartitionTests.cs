using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Tests.Boosting;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Trees;

public sealed unsafe class RowPartitionTests
{
    [Theory]
    [InlineData(100, 1)]
    [InlineData(3000, 1)]
    [InlineData(200_000, 1)]
    [InlineData(200_000, 3)]
    public void Children_share_out_their_parents_rows_in_order(int rows, int threads)
    {
        var features = Tables.Mixed(rows, 4).Features;
        using var bins = BinnedMatrix.Build(features, BinMapper.Fit(features, 64, 1, 1), 1);
        using var partition = new RowPartition(bins, threads);
        partition.Reset();
        foreach (var (rule, feature) in new[] { (LeftRule.Of(20, false), 0), (LeftRule.Of(33, true), 1), (LeftRule.Of(0, true), 2) })
        {
            var count = partition.Rows(0, rows).Length / 2;
            var before = partition.Rows(0, count).ToArray();

            var left = partition.Split(0, count, feature, rule);

            Assert.Equal(before.Where(row => rule.Takes(bins.Feature(feature)[row])), partition.Rows(0, left).ToArray());
            Assert.Equal(before.Where(row => !rule.Takes(bins.Feature(feature)[row])), partition.Rows(left, count - left).ToArray());
        }
    }

    [Theory]
    [InlineData(3, false, new[] { false, true, true, true, false, false })]
    [InlineData(3, true, new[] { true, true, true, true, false, false })]
    [InlineData(0, true, new[] { true, false, false, false, false, false })]
    public void A_rule_takes_the_bins_up_to_its_last_and_missing_as_told(int last, bool missingLeft, bool[] takes)
    {
        var rule = LeftRule.Of(last, missingLeft);

        Assert.Equal(takes, Enumerable.Range(0, 6).Select(bin => rule.Takes((byte)bin)));
    }
}
