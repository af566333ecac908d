using System.Runtime.Intrinsics;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Explanations;

/// <summary>Says how much each feature moved a prediction: exact Shapley values of a tree ensemble (TreeSHAP).</summary>
/// <remarks>
/// <para>Path-dependent: a feature outside the coalition is averaged by the covers of the training samples (Lundberg, Erion &amp; Lee 2018,
/// algorithm 2), which is what XGBoost's <c>pred_contribs</c> reports. Contributions are in margin units and add up, with the bias, to the margin.</para>
/// <para>Computed by Gauss–Legendre quadrature with half as many points as the deepest path has features, which is exact and costs one pass
/// over the nodes per four points. Immutable and thread-safe; compile once, keep it.</para>
/// </remarks>
public sealed class TreeExplainer
{
    const int Lanes = 4;

    readonly ShapTree[] trees;
    readonly int[] groups;
    readonly double[] biases;
    readonly int scratchLength;
    readonly (Vector256<double> Points, Vector256<double> Weights)[][] rules;

    /// <param name="model">The model to explain.</param>
    /// <exception cref="ArgumentException">The model contradicts itself: a feature or group that does not exist, or a base score outside its link.</exception>
    public TreeExplainer(TreeEnsemble model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.TreeGroups.Count != model.Trees.Count) throw new ArgumentException("Every tree needs its group.", nameof(model));
        if (model.TreeGroups.Any(group => group < 0 || group >= model.Groups)) throw new ArgumentException("A tree adds to a group that does not exist.", nameof(model));
        (FeatureCount, Groups, groups) = (model.FeatureCount, model.Groups, [.. model.TreeGroups]);
        trees = [.. model.Trees.Select(tree => new ShapTree(tree, model.FeatureCount))];
        scratchLength = trees.Select(tree => tree.ScratchLength).DefaultIfEmpty().Max();
        biases = new double[Groups];
        Array.Fill(biases, LinkFunction.BaseMargin(model.Objective, model.BaseScore));
        for (var i = 0; i < trees.Length; i++) biases[groups[i]] += trees[i].ExpectedValue;
        rules = [.. Enumerable.Range(0, trees.Select(Passes).DefaultIfEmpty().Max() + 1).Select(Rule)];
    }

    /// <summary>Number of features that a row must have.</summary>
    public int FeatureCount { get; }

    /// <summary>Number of margins per row.</summary>
    public int Groups { get; }

    /// <summary>The margin before any feature is known: the base margin plus the mean of each tree by cover. Length <see cref="Groups"/>.</summary>
    public IReadOnlyList<double> Biases => biases;

    /// <summary>The contributions to the margins of one row.</summary>
    /// <param name="features">Length <see cref="FeatureCount"/>; NaN means missing, infinities are not expected.</param>
    /// <param name="contributions">Shape [<see cref="Groups"/> × (<see cref="FeatureCount"/> + 1)]; overwritten. The last column is the bias.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Explain(ReadOnlySpan<float> features, Span<float> contributions)
    {
        if (features.Length != FeatureCount) throw new ArgumentException($"The row has {features.Length} features, the model needs {FeatureCount}.", nameof(features));
        if (contributions.Length != Groups * (FeatureCount + 1)) throw new ArgumentException($"The contributions need {Groups * (FeatureCount + 1)} places, not {contributions.Length}.", nameof(contributions));
        Explain(features, contributions, new Buffers(this));
    }

    /// <summary>The contributions to the margins of many rows.</summary>
    /// <returns>Row-major, shape [rows × <see cref="Groups"/> × (<see cref="FeatureCount"/> + 1)]; the last column is the bias.</returns>
    /// <exception cref="ArgumentException">The rows have another number of features.</exception>
    public float[] Explain(FeatureMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Features != FeatureCount) throw new ArgumentException($"The rows have {rows.Features} features, the model needs {FeatureCount}.", nameof(rows));
        var stride = Groups * (FeatureCount + 1);
        var contributions = new float[rows.Rows * stride];
        var buffers = new Buffers(this);
        for (var i = 0; i < rows.Rows; i++) Explain(rows.Row(i), contributions.AsSpan(i * stride, stride), buffers);
        return contributions;
    }

    void Explain(ReadOnlySpan<float> features, Span<float> contributions, Buffers buffers)
    {
        FoldedRow.Fold(features, buffers.Row);
        Array.Clear(buffers.Sums);
        for (var i = 0; i < trees.Length; i++)
        {
            var sums = buffers.Sums.AsSpan(groups[i] * FeatureCount, FeatureCount);
            foreach (var (points, weights) in rules[Passes(trees[i])]) trees[i].Add(buffers.Row, points, weights, sums, buffers.Scratch);
        }
        for (var group = 0; group < Groups; group++)
        {
            var row = contributions.Slice(group * (FeatureCount + 1), FeatureCount + 1);
            for (var feature = 0; feature < FeatureCount; feature++) row[feature] = (float)buffers.Sums[(group * FeatureCount) + feature];
            row[FeatureCount] = (float)biases[group];
        }
    }

    /// <summary>Four points a pass are exact for eight features on a path.</summary>
    static int Passes(ShapTree tree) => (tree.PathFeatures + (2 * Lanes) - 1) / (2 * Lanes);

    static (Vector256<double> Points, Vector256<double> Weights)[] Rule(int passes)
    {
        if (passes == 0) return [];
        var (points, weights) = GaussLegendre.Rule(passes * Lanes);
        return [.. Enumerable.Range(0, passes).Select(pass => (Vector256.Create(points, pass * Lanes), Vector256.Create(weights, pass * Lanes)))];
    }

    sealed class Buffers(TreeExplainer explainer)
    {
        public float[] Row { get; } = new float[2 * explainer.FeatureCount];

        public double[] Sums { get; } = new double[explainer.Groups * explainer.FeatureCount];

        public Vector256<double>[] Scratch { get; } = new Vector256<double>[explainer.scratchLength];
    }
}
