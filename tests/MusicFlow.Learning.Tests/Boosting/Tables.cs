using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Sampling;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests.Boosting;

/// <summary>Seeded training tables, and how a model answers for them.</summary>
internal static class Tables
{
    /// <summary>Continuous, coarse and one-hot features with some values missing; the target depends on a few of them.</summary>
    public static Samples Mixed(int rows, ulong seed, float missing = 0.06f)
    {
        var random = new SeededRandom(seed, 1);
        const int features = 9;
        var values = new float[rows * features];
        var targets = new float[rows];
        for (var row = 0; row < rows; row++)
        {
            var x = values.AsSpan(row * features, features);
            for (var f = 0; f < 4; f++) x[f] = (float)(random.NextDouble() * 10 - 5);
            for (var f = 4; f < 6; f++) x[f] = random.NextBelow(12);
            for (var f = 6; f < 9; f++) x[f] = random.NextBelow(5) == 0 ? 1 : 0;
            targets[row] = 2 * x[0] + (x[1] > 1 ? 3 : -1) * x[6] + (x[4] > 5 ? 2 : 0) + (float)random.NextDouble();
            for (var f = 0; f < features; f++)
                if (random.NextDouble() < missing) x[f] = float.NaN;
        }
        return new Samples(new FeatureMatrix(values, rows, features), targets);
    }

    /// <summary>The same features with targets an objective allows.</summary>
    public static Samples WithTargets(Samples samples, Func<float, float> target, float[]? weights = null) =>
        new(samples.Features, Array.ConvertAll(samples.Targets, y => target(y)), weights);

    /// <summary>Trains until the test is cancelled.</summary>
    public static TreeEnsemble Train(Samples train, Samples? validation, BoostingOptions options, IProgress<BoostingProgress>? progress) =>
        Booster.Train(train, validation, options, progress, TestContext.Current.CancellationToken);

    /// <summary>Margins as XGBoost adds them: float32, from the base margin, tree by tree.</summary>
    public static float[] Margins(TreeEnsemble model, FeatureMatrix features, int group = 0)
    {
        var margins = new float[features.Rows];
        for (var row = 0; row < features.Rows; row++)
        {
            margins[row] = LinkFunction.BaseMargin(model.Objective, model.BaseScore);
            for (var t = 0; t < model.Trees.Count; t++)
                if (model.TreeGroups[t] == group) margins[row] += model.Trees[t].SplitConditions[model.Trees[t].LeafOf(features.Row(row))];
        }
        return margins;
    }

    /// <summary>Every number of a model, in order, as bytes.</summary>
    public static byte[] Bytes(TreeEnsemble model)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(model.BaseScore);
        foreach (var tree in model.Trees)
        {
            writer.Write(tree.NodeCount);
            for (var node = 0; node < tree.NodeCount; node++)
            {
                writer.Write(tree.LeftChildren[node]);
                writer.Write(tree.SplitFeatures[node]);
                writer.Write(tree.SplitConditions[node]);
                writer.Write(tree.DefaultLeft[node]);
                writer.Write(tree.Gains[node]);
                writer.Write(tree.Covers[node]);
                writer.Write(tree.BaseWeights[node]);
            }
        }
        writer.Flush();
        return stream.ToArray();
    }
}
