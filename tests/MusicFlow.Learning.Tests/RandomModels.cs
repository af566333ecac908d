using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Tests;

/// <summary>Seeded models and rows that no trainer made: ragged trees, repeated features, thresholds that rows hit exactly, missing values.</summary>
internal static class RandomModels
{
    public static TreeEnsemble Ensemble(int seed, int trees, int depth, int features, Objective? objective = null, double stop = 0.15)
    {
        var random = new Random(seed);
        objective ??= new Objective.SquaredError();
        return new TreeEnsemble
        {
            Objective = objective,
            BaseScore = 0.25f + (random.NextSingle() / 2),
            Trees = [.. Enumerable.Range(0, trees).Select(_ => Tree(random, depth, features, stop))],
            TreeGroups = [.. Enumerable.Range(0, trees).Select(i => i % objective.Groups)],
            FeatureCount = features,
        };
    }

    /// <summary>Rows with about one missing value in five; values on a coarse grid, so that some equal a threshold.</summary>
    public static FeatureMatrix Rows(int seed, int rows, int features)
    {
        var random = new Random(seed);
        var values = new float[rows * features];
        foreach (ref var value in values.AsSpan()) value = random.Next(5) == 0 ? float.NaN : Grid(random);
        return new FeatureMatrix(values, rows, features);
    }

    /// <summary>Covers add up: the children of a node share its cover.</summary>
    public static Tree Tree(Random random, int depth, int features, double stop)
    {
        var nodes = new List<Node> { new(1000, 0) };
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            if (node.Depth == depth || (i > 0 && random.NextDouble() < stop))
            {
                nodes[i] = node with { Condition = (random.NextSingle() - 0.5f) / 3 };
                continue;
            }
            nodes[i] = node with { Left = nodes.Count, Feature = random.Next(features), Condition = Grid(random), DefaultLeft = random.Next(2) == 0, Gain = random.NextSingle() * 10 };
            var share = 0.05f + (0.9f * random.NextSingle());
            nodes.Add(new Node(node.Cover * share, node.Depth + 1));
            nodes.Add(new Node(node.Cover - (node.Cover * share), node.Depth + 1));
        }
        return ToTree(nodes);
    }

    static Tree ToTree(List<Node> nodes) => new()
    {
        LeftChildren = [.. nodes.Select(n => n.Left)],
        SplitFeatures = [.. nodes.Select(n => n.Feature)],
        SplitConditions = [.. nodes.Select(n => n.Condition)],
        DefaultLeft = [.. nodes.Select(n => n.DefaultLeft)],
        Gains = [.. nodes.Select(n => n.Gain)],
        Covers = [.. nodes.Select(n => n.Cover)],
        BaseWeights = [.. nodes.Select(_ => 0.5f)],
    };

    static float Grid(Random random) => random.Next(-10, 11) / 10f;

    sealed record Node(float Cover, int Depth, int Left = -1, int Feature = 0, float Condition = 0, bool DefaultLeft = false, float Gain = 0);
}
