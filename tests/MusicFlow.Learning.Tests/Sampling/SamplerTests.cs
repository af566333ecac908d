using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Sampling;

public sealed class SamplerTests
{
    [Theory]
    [InlineData(1, 0.01, 1)]
    [InlineData(1000, 0.3, 300)]
    [InlineData(1001, 0.5, 501)]
    public void As_many_rows_are_drawn_as_asked(int rows, double share, int expected)
    {
        var taken = RowSampler.Draw(rows, share, 42, 7);

        Assert.Equal(expected, taken?.Count(flag => flag) ?? rows);
    }

    [Fact]
    public void Every_row_is_drawn_about_equally_often()
    {
        var counts = new int[100];
        for (var tree = 0; tree < 2000; tree++)
        {
            var taken = RowSampler.Draw(100, 0.25, 42, tree)!;
            for (var row = 0; row < 100; row++) counts[row] += taken[row] ? 1 : 0;
        }

        Assert.All(counts, count => Assert.InRange(count, 400, 600));
    }

    [Fact]
    public void All_rows_need_no_flags() => Assert.Null(RowSampler.Draw(10, 1, 42, 0));

    [Fact]
    public void Columns_of_a_node_come_from_those_of_its_tree_in_order()
    {
        var sampler = new ColumnSampler(40, 0.5, 0.25, 42);

        var ofTree = sampler.ForTree(3);
        var ofNode = sampler.ForNode(ofTree, 3, 9);

        Assert.Equal(20, ofTree.Length);
        Assert.Equal(5, ofNode.Length);
        Assert.All(ofNode, feature => Assert.Contains(feature, ofTree));
        Assert.Equal(ofNode.Order(), ofNode);
        Assert.Equal(ofNode, sampler.ForNode(ofTree, 3, 9));
        Assert.NotEqual(ofNode, sampler.ForNode(ofTree, 3, 10));
        Assert.NotEqual(ofTree, sampler.ForTree(4));
    }

    [Fact]
    public void One_column_is_always_left() => Assert.Single(new ColumnSampler(3, 0.01, 0.01, 42).ForTree(0));

    [Fact]
    public void Draws_are_even_and_stay_in_range()
    {
        var random = new SeededRandom(1, 2);
        var counts = new int[10];
        for (var i = 0; i < 10_000; i++) counts[random.NextBelow(10)]++;

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        Assert.InRange(random.NextDouble(), 0, 1);
        Assert.NotEqual(new SeededRandom(1, 2).NextBits(), new SeededRandom(1, 3).NextBits());
    }
}
