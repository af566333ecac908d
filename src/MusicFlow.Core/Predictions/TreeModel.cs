using MusicFlow.Learning.Explanations;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Predictions;
using MusicFlow.Learning.Trees;

namespace MusicFlow.Core.Predictions;

/// <summary>A tree ensemble with everything it needs to answer. Thread-safe.</summary>
public sealed class TreeModel : IMarginModel
{
    private readonly TreePredictor _predictor;
    private readonly Lazy<TreeExplainer> _explainer;

    /// <param name="ensemble">A model with one margin per row.</param>
    /// <exception cref="ArgumentException">The model has several margins per row.</exception>
    public TreeModel(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (ensemble.Groups != 1) throw new ArgumentException("A model of classes does not predict streams.", nameof(ensemble));
        Ensemble = ensemble;
        _predictor = new TreePredictor(ensemble);
        _explainer = new Lazy<TreeExplainer>(() => new TreeExplainer(ensemble));
    }

    /// <summary>The trees.</summary>
    public TreeEnsemble Ensemble { get; }

    /// <summary>Boosting rounds that the model holds.</summary>
    public int Rounds => Ensemble.Trees.Count / Ensemble.ParallelTrees;

    /// <inheritdoc/>
    public int Size => Ensemble.Trees.Sum(tree => tree.NodeCount);

    /// <inheritdoc/>
    public Objective Objective => Ensemble.Objective;

    /// <inheritdoc/>
    public float Margin(ReadOnlySpan<float> features) => _predictor.Margin(features);

    /// <inheritdoc/>
    public double[] Contributions(ReadOnlySpan<float> features)
    {
        var contributions = new float[features.Length + 1];
        _explainer.Value.Explain(features, contributions);
        return Array.ConvertAll(contributions, value => (double)value);
    }
}
