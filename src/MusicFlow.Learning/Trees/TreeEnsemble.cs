using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Trees;

/// <summary>A trained model: trees whose leaf values add up to the margin, and the objective that gives the margin its meaning.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed record TreeEnsemble
{
    /// <summary>The objective that the trees were grown for.</summary>
    public required Objective Objective { get; init; }

    /// <summary>Baseline prediction in output space, after the inverse link (XGBoost's <c>base_score</c>).</summary>
    public required float BaseScore { get; init; }

    /// <summary>The trees, in the order in which their leaf values are added (float32).</summary>
    public required IReadOnlyList<Tree> Trees { get; init; }

    /// <summary>The margin that each tree adds to: 0, or the class. Length trees.</summary>
    public required IReadOnlyList<int> TreeGroups { get; init; }

    /// <summary>Number of features that a sample must have.</summary>
    public required int FeatureCount { get; init; }

    /// <summary>Trees grown side by side in one round, per margin: 1 for boosting, the size of the forest in forest mode.</summary>
    public int ParallelTrees { get; init; } = 1;

    /// <summary>Names of the features in order, or empty when unknown.</summary>
    public IReadOnlyList<string> FeatureNames { get; init; } = [];

    /// <summary>Free text attributes that travel with the model (XGBoost's <c>learner.attributes</c>).</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Number of margins per row.</summary>
    public int Groups => Objective.Groups;
}
