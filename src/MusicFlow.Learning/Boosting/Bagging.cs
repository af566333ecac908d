using System.Diagnostics;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Boosting;

/// <summary>Averages models, margin by margin, into one model that every reader of the format understands.</summary>
/// <remarks>Breiman 1996, "Bagging predictors"; on a log link this is the geometric mean of the predictions.</remarks>
public static class Bagging
{
    /// <summary>One model whose margin is the mean of the given models' margins, to the rounding of float32 (exact for a power of two).</summary>
    /// <param name="models">At least one; all with the same link, features and base score. The result bears the first one's objective.</param>
    /// <exception cref="ArgumentException">There is none, or they disagree.</exception>
    public static TreeEnsemble Average(IReadOnlyList<TreeEnsemble> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0) throw new ArgumentException("There is no model to average.", nameof(models));
        var first = models[0];
        if (models.Any(model => Link(model.Objective) != Link(first.Objective) || model.FeatureCount != first.FeatureCount || model.BaseScore != first.BaseScore))
            throw new ArgumentException("Only models with the same link, features and base score can be averaged.", nameof(models));
        if (models.Count == 1) return first;
        return first with
        {
            Trees = [.. models.SelectMany(model => model.Trees).Select(tree => Scaled(tree, 1f / models.Count))],
            TreeGroups = [.. models.SelectMany(model => model.TreeGroups)],
        };
    }

    private static int Link(Objective objective) => objective switch
    {
        Objective.SquaredError or Objective.Quantile => 0,
        Objective.Poisson or Objective.Tweedie => 1,
        Objective.Logistic => 2,
        Objective.Softmax softmax => 1 + softmax.Classes,
        _ => throw new UnreachableException(),
    };

    private static Tree Scaled(Tree tree, float factor)
    {
        var conditions = (float[])tree.SplitConditions.Clone();
        for (var node = 0; node < tree.NodeCount; node++)
            if (tree.IsLeaf(node)) conditions[node] *= factor;
        return new Tree
        {
            LeftChildren = tree.LeftChildren,
            SplitFeatures = tree.SplitFeatures,
            SplitConditions = conditions,
            DefaultLeft = tree.DefaultLeft,
            Gains = tree.Gains,
            Covers = tree.Covers,
            BaseWeights = tree.BaseWeights,
        };
    }
}
