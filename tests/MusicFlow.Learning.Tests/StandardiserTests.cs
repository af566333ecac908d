namespace MusicFlow.Learning.Tests;

public sealed class StandardiserTests
{
    private static readonly float NaN = float.NaN;

    [Fact]
    public void Present_values_get_mean_zero_and_deviation_one_and_missing_ones_become_zero()
    {
        var features = new FeatureMatrix([1, 7, 3, 7, 5, 7, NaN, NaN], 4, 2);

        var standardiser = Standardiser.Fit(features);
        var result = standardiser.Apply(features);

        Assert.Equal([3f, 7f], standardiser.Means);
        Assert.Equal((float)Math.Sqrt(8.0 / 3), standardiser.Deviations[0]);
        Assert.Equal(0f, standardiser.Deviations[1]);
        Assert.Equal([-(float)(2 / Math.Sqrt(8.0 / 3)), 0, 0, 0, (float)(2 / Math.Sqrt(8.0 / 3)), 0, 0, 0], result.Values, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_constant_whose_sum_rounds_is_still_constant()
    {
        var standardiser = Standardiser.Fit(new FeatureMatrix([.. Enumerable.Repeat(0.1f, 77)], 77, 1));

        Assert.Equal(0f, standardiser.Deviations[0]);
    }

    [Fact]
    public void A_feature_without_values_and_a_table_without_rows_become_zeros()
    {
        Span<float> result = [9, 9];

        Standardiser.Fit(new FeatureMatrix([NaN, NaN], 1, 2)).Apply([4, NaN], result);

        Assert.Equal([0f, 0f], result.ToArray());
        Assert.Equal(0f, Standardiser.Fit(new FeatureMatrix([], 0, 1)).Means[0]);
    }

    [Fact]
    public void The_largest_floats_stay_finite()
    {
        var features = new FeatureMatrix([float.MaxValue, -float.MaxValue, float.Epsilon, 0], 4, 1);

        var result = Standardiser.Fit(features).Apply(features).Values;

        Assert.All(result, value => Assert.InRange(value, -Standardiser.Limit, Standardiser.Limit));
    }

    [Fact]
    public void What_cannot_be_a_standardiser_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Standardiser([], []));
        Assert.Throws<ArgumentException>(() => new Standardiser([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => new Standardiser([NaN], [1]));
        Assert.Throws<ArgumentException>(() => new Standardiser([0], [-1]));
        Assert.Throws<ArgumentException>(() => new Standardiser([0], [1]).Apply([1, 2], new float[2]));
    }
}
