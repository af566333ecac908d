using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Core.Predictions;

/// <summary>A tree ensemble with everything it needs to answer. Thread-safe.</summary>
public sealed class TreeModel : IMarginModel
{
    private readonly TreePredictor _predictor;
    private readonly TreePredictor? _chance;
    private readonly Lazy<TreeExplainer> _explainer;

    /// <param name="ensemble">A model with one margin per row.</param>
    /// <param name="chanceTrees">So many trees at its beginning tell by themselves how likely a stream is; 0 where none do.</param>
    /// <exception cref="ArgumentException">The model has several margins per row, or fewer trees than that.</exception>
    public TreeModel(TreeEnsemble ensemble, int chanceTrees = 0)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.Groups != 1) throw new ArgumentException("A model of classes does not predict streams.", nameof(ensemble));
        if (chanceTrees < 0 || chanceTrees > ensemble.Trees.Count) throw new ArgumentException($"The model has {ensemble.Trees.Count} trees, not {chanceTrees}.", nameof(chanceTrees));
        (Ensemble, ChanceTrees) = (ensemble, chanceTrees);
        _predictor = new TreePredictor(ensemble);
        _chance = chanceTrees > 0 ? new TreePredictor(Beginning(ensemble, chanceTrees)) : null;
        _explainer = new Lazy<TreeExplainer>(() => new TreeExplainer(ensemble));
    }

    /// <summary>The trees.</summary>
    public TreeEnsemble Ensemble { get; }

    /// <summary>So many trees at the beginning tell how likely a stream is; XGBoost adds them up with <c>iteration_range=(0, n)</c>.</summary>
    public int ChanceTrees { get; }

    /// <summary>Boosting rounds that the model holds.</summary>
    public int Rounds => Ensemble.Trees.Count / Ensemble.ParallelTrees;

    /// <inheritdoc/>
    public int Size => Ensemble.Trees.Sum(tree => tree.NodeCount);

    /// <inheritdoc/>
    public Objective Objective => Ensemble.Objective;

    /// <summary>Averages models margin by margin, and the parts that tell of the chance, too.</summary>
    /// <param name="models">At least one, all with a log link.</param>
    public static TreeModel Average(IReadOnlyList<TreeModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (models.Count == 1) return models[0];
        var average = Bagging.Average([.. models.Select(model => model.Ensemble)]);
        var chances = models.SelectMany(model => Enumerable.Range(0, model.Ensemble.Trees.Count).Select(tree => tree < model.ChanceTrees));
        var order = chances.Index().OrderByDescending(tree => tree.Item).Select(tree => tree.Index).ToList();
        var ordered = average with { Trees = [.. order.Select(tree => average.Trees[tree])], TreeGroups = [.. order.Select(tree => average.TreeGroups[tree])] };
        return new TreeModel(ordered, models.Sum(model => model.ChanceTrees));
    }

    /// <inheritdoc/>
    public float Margin(ReadOnlySpan<float> features) => _predictor.Margin(features);

    /// <inheritdoc/>
    public float? ChanceMargin(ReadOnlySpan<float> features) => _chance?.Margin(features);

    /// <inheritdoc/>
    public double[] Contributions(ReadOnlySpan<float> features)
    {
        var contributions = new float[features.Length + 1];
        _explainer.Value.Explain(features, contributions);
        return Array.ConvertAll(contributions, value => (double)value);
    }

    /// <summary>The first trees alone; a base score of 1 is a margin of 0.</summary>
    private static TreeEnsemble Beginning(TreeEnsemble ensemble, int trees) =>
        ensemble with { BaseScore = 1, Trees = [.. ensemble.Trees.Take(trees)], TreeGroups = [.. ensemble.TreeGroups.Take(trees)] };
}
