using MusicFlow.Core.Predictions;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Training;

/// <summary>The two parts of a hurdle and their product, which is the model.</summary>
/// <param name="chance">How likely a stream is.</param>
/// <param name="amount">How many streams there are if there is one.</param>
internal sealed class HurdleModel(TreeModel chance, TreeModel amount) : IMarginModel
{
    /// <summary>How likely a stream is; margin log P.</summary>
    public TreeModel Chance => chance;

    /// <summary>How many streams there are if there is one; margin log E.</summary>
    public TreeModel Amount => amount;

    /// <summary>Expected streams as one model.</summary>
    public TreeModel Product { get; } = new(Bagging.Product(chance.Ensemble, amount.Ensemble), chance.Ensemble.Trees.Count);

    /// <inheritdoc/>
    public Objective Objective => Product.Objective;

    /// <inheritdoc/>
    public int Size => Product.Size;

    /// <inheritdoc/>
    public float Margin(ReadOnlySpan<float> features) => Product.Margin(features);

    /// <inheritdoc/>
    public float? ChanceMargin(ReadOnlySpan<float> features) => Product.ChanceMargin(features);

    /// <inheritdoc/>
    public double[] Contributions(ReadOnlySpan<float> features) => Product.Contributions(features);
}
