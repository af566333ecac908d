using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Predictions;

/// <summary>A trained model of any kind: features in, margin out, and what each feature contributed.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IMarginModel
{
    /// <summary>What it was trained for; gives the link from margin to streams.</summary>
    Objective Objective { get; }

    /// <summary>How large it is: nodes of trees, or weights of a network.</summary>
    int Size { get; }

    /// <summary>The raw prediction of one row.</summary>
    /// <param name="features">One value per feature; NaN means missing.</param>
    float Margin(ReadOnlySpan<float> features);

    /// <summary>A number that rises with the chance of at least one stream, where the model has a part of its own for it.</summary>
    /// <param name="features">One value per feature; NaN means missing.</param>
    /// <returns><see langword="null"/> where the expected streams are all that the model knows.</returns>
    float? ChanceMargin(ReadOnlySpan<float> features) => null;

    /// <summary>What each feature adds to the margin, and last the margin of a typical row; together they are the margin.</summary>
    /// <param name="features">One value per feature; NaN means missing.</param>
    /// <returns>Length features + 1, in margin units.</returns>
    double[] Contributions(ReadOnlySpan<float> features);
}
