using System.Diagnostics;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Learning.Boosting;

/// <summary>Puts models together, margin by margin, into one model that every reader of the format understands.</summary>
/// <remarks>Breiman 1996, "Bagging predictors"; on a log link an average of margins is the geometric mean of the predictions, and a sum their product.</remarks>
public static class Bagging
{
    /// <summary>One model whose margin is the mean of the given models' margins, to the rounding of float32.</summary>
    /// <param name="models">At least one; all with the same link and features, and but for log links the same base score. The result bears the first one's objective.</param>
    /// <exception cref="ArgumentException">There is none, or they disagree.</exception>
    public static TreeEnsemble Average(IReadOnlyList<TreeEnsemble> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 0) throw new ArgumentException("There is no model to average.", nameof(models));
        var first = models[0];
        if (models.Any(model => Link(model.Objective) != Link(first.Objective) || model.FeatureCount != first.FeatureCount))
            throw new ArgumentException("Only models with the same link and features can be averaged.", nameof(models));
        if (models.Count == 1) return first;
        return first with
        {
            BaseScore = Centre(models),
            Trees = [.. models.SelectMany(model => model.Trees).Select(tree => Scaled(tree, 1f / models.Count))],
            TreeGroups = [.. models.SelectMany(model => model.TreeGroups)],
        };
    }

    /// <summary>One model whose prediction is the product of two: how likely something happens, times how much if it does (a hurdle model, Mullahy 1986).</summary>
    /// <param name="chance">Mean of "happened" (0 or 1), on a log link. Its trees come first.</param>
    /// <param name="amount">Mean amount where it happened, on a log link.</param>
    /// <exception cref="ArgumentException">A model has another link, or they disagree on features.</exception>
    public static TreeEnsemble Product(TreeEnsemble chance, TreeEnsemble amount)
    {
        ArgumentNullException.ThrowIfNull(chance);
        ArgumentNullException.ThrowIfNull(amount);
        if (Link(chance.Objective) != LogLink || Link(amount.Objective) != LogLink || chance.FeatureCount != amount.FeatureCount)
            throw new ArgumentException("Only models with log links and the same features can be multiplied.", nameof(amount));
        return chance with
        {
            BaseScore = chance.BaseScore * amount.BaseScore,
            Trees = [.. chance.Trees, .. amount.Trees],
            TreeGroups = [.. chance.TreeGroups, .. amount.TreeGroups],
        };
    }

    private const int LogLink = 1;

    private static int Link(Objective objective) => objective switch
    {
        Objective.SquaredError or Objective.Quantile => 0,
        Objective.Poisson or Objective.Tweedie => LogLink,
        Objective.Logistic => 2,
        Objective.Softmax softmax => 1 + softmax.Classes,
        _ => throw new UnreachableException(),
    };

    private static float Centre(IReadOnlyList<TreeEnsemble> models)
    {
        var first = models[0];
        if (models.All(model => model.BaseScore == first.BaseScore)) return first.BaseScore;
        return Link(first.Objective) == LogLink
            ? (float)Math.Exp(models.Average(model => Math.Log(model.BaseScore)))
            : throw new ArgumentException("Only models with the same base score can be averaged.", nameof(models));
    }

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
