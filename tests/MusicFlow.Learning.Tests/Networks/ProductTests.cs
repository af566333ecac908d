using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Sampling;

namespace MusicFlow.Learning.Tests.Networks;

public sealed class ProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 16)]
    [InlineData(5, 7, 33)]
    [InlineData(9, 64, 70)]
    [InlineData(3, 0, 5)]
    public void Blocks_and_tails_give_the_plain_sum_bit_for_bit(int rows, int inner, int columns)
    {
        float[] left = Some(rows * inner, 1), right = Some(inner * columns, 2), result = new float[rows * columns];

        Product.Into(new Factor(left, rows, inner), right, columns, result);

        Assert.Equal(Plain((i, k) => left[i * inner + k], right, (rows, inner, columns)), result);
    }

    [Fact]
    public void A_transposed_left_factor_is_read_across()
    {
        float[] left = Some(6 * 5, 3), right = Some(6 * 40, 4), result = new float[5 * 40];

        Product.Into(new Factor(left, 6, 5).Transposed, right, 40, result);

        Assert.Equal(Plain((i, k) => left[k * 5 + i], right, (5, 6, 40)), result);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_before_memory_is_touched()
    {
        Assert.Throws<ArgumentException>(() => Product.Into(new Factor(new float[5], 2, 3), new float[6], 2, new float[4]));
        Assert.Throws<ArgumentException>(() => Product.Into(new Factor(new float[6], 2, 3), new float[5], 2, new float[4]));
        Assert.Throws<ArgumentException>(() => Product.Into(new Factor(new float[6], 2, 3), new float[6], 2, new float[3]));
    }

    private static float[] Some(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
    }

    private static float[] Plain(Func<int, int, float> left, float[] right, (int Rows, int Inner, int Columns) shape)
    {
        var result = new float[shape.Rows * shape.Columns];
        for (var i = 0; i < shape.Rows; i++)
            for (var k = 0; k < shape.Inner; k++)
                for (var j = 0; j < shape.Columns; j++)
                    result[i * shape.Columns + j] = MathF.FusedMultiplyAdd(left(i, k), right[k * shape.Columns + j], result[i * shape.Columns + j]);
        return result;
    }
}
