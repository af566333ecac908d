using MusicFlow.Learning.Binning;
using MusicFlow.Learning.Tests.Boosting;

namespace MusicFlow.Learning.Tests.Binning;

public sealed unsafe class BinnedMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Bins_can_be_read_back_from_features_and_from_joint_codes(int threads)
    {
        var features = Tables.Mixed(1300, 4).Features;
        var mapper = BinMapper.Fit(features, 40, 1, 1);

        using var bins = BinnedMatrix.Build(features, mapper, threads);

        Assert.True(bins.Layout.Columns.Length < features.Features);
        for (var c = 0; c < bins.Layout.Columns.Length; c++)
            foreach (var member in bins.Layout.Columns[c].Members)
                for (var row = 0; row < features.Rows; row++)
                {
                    var expected = mapper.BinOf(member.Feature, features.Row(row)[member.Feature]);
                    Assert.Equal(expected, bins.Feature(member.Feature)[row]);
                    Assert.Equal(expected, member.FirstBin + bins.ByRow[row * bins.RowStride + c] / member.Stride % member.Radix);
                }
    }

    [Fact]
    public void Every_feature_has_one_place_and_no_column_more_than_256_codes()
    {
        var features = Tables.Mixed(500, 4, missing: 0).Features;

        using var bins = BinnedMatrix.Build(features, BinMapper.Fit(features, 256, 1, 1), 1);

        Assert.Equal(Enumerable.Range(0, 9), bins.Layout.Columns.SelectMany(column => column.Members).Select(member => member.Feature).Order());
        Assert.All(bins.Layout.Columns, column =>
        {
            Assert.True(column.Codes <= 256);
            Assert.Equal(column.Codes, column.Members.Aggregate(1, (product, member) => product * member.Radix));
            Assert.Equal(0, column.FirstSlot % 8);
        });
    }
}
