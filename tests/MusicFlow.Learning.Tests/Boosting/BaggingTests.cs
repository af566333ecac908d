using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Boosting;

public sealed class BaggingTests
{
    private static readonly Samples Rows = SomeRows();

    [Fact]
    public void The_margin_of_an_average_is_the_average_of_the_margins()
    {
        TreeEnsemble[] models = [Model(seed: 1, baseScore: 0.5f), Model(seed: 2, baseScore: 2), Model(seed: 3, baseScore: 1)];

        var average = Bagging.Average(models);

        Assert.All(Enumerable.Range(0, Rows.Rows), row => Assert.Equal(models.Average(model => Margin(model, row)), Margin(average, row), 1e-5));
    }

    [Fact]
    public void The_margin_of_a_product_is_the_sum_of_the_margins()
    {
        var (chance, amount) = (Model(seed: 1, baseScore: 0.5f), Model(seed: 2, baseScore: 3));

        var product = Bagging.Product(chance, amount);

        Assert.All(Enumerable.Range(0, Rows.Rows), row => Assert.Equal(Margin(chance, row) + Margin(amount, row), Margin(product, row), 1e-5));
    }

    [Fact]
    public void Models_that_do_not_fit_together_are_refused()
    {
        var (poisson, squared) = (Model(1, 1), Model(1, 1, new Objective.SquaredError()));

        Assert.Throws<ArgumentException>(() => Bagging.Average([]));
        Assert.Throws<ArgumentException>(() => Bagging.Average([poisson, squared]));
        Assert.Throws<ArgumentException>(() => Bagging.Average([squared, Model(1, 2, new Objective.SquaredError())]));
        Assert.Throws<ArgumentException>(() => Bagging.Product(poisson, squared));
    }

    private static float Margin(TreeEnsemble model, int row) => new TreePredictor(model).Margin(Rows.Features.Row(row));

    private static TreeEnsemble Model(ulong seed, float baseScore, Objective? objective = null) => Booster.Train(
        Rows, null, new BoostingOptions { Objective = objective ?? new Objective.Poisson(), Rounds = 8, MaxDepth = 3, RowSample = 0.7, BaseScore = baseScore, Seed = seed }, null, CancellationToken.None);

    private static Samples SomeRows()
    {
        const int Count = 120;
        var random = new Random(5);
        var (values, targets) = (new float[Count * 3], new float[Count]);
        for (var i = 0; i < values.Length; i++) values[i] = random.Next(12) == 0 ? float.NaN : (float)random.NextDouble();
        for (var row = 0; row < Count; row++) targets[row] = random.Next(row % 3 + 2);
        return new Samples(new FeatureMatrix(values, Count, 3), targets);
    }
}
