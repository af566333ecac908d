using MusicFlow.Learning.Losses;

namespace MusicFlow.Learning.Linear;

/// <summary>A linear model on standardised features: margin = intercept + Σ coefficient · feature. A missing value counts as the mean.</summary>
/// <remarks>Made by <see cref="RidgeRegression"/> or <see cref="LogisticRegression"/>. Immutable; thread-safe. Its four parts are all its state.</remarks>
public sealed class LinearModel
{
    /// <param name="objective">Squared error (prediction = margin) or logistic (prediction = 1 / (1 + e^−margin)).</param>
    /// <param name="standardiser">Mean and deviation of each feature in training.</param>
    /// <param name="intercept">Margin of a sample with mean features, finite.</param>
    /// <param name="coefficients">Change of the margin per standard deviation of each feature, finite.</param>
    /// <exception cref="ArgumentException">The objective is another, the lengths differ, or a number is not finite.</exception>
    public LinearModel(Objective objective, Standardiser standardiser, double intercept, double[] coefficients)
    {
        ArgumentNullException.ThrowIfNull(standardiser);
        ArgumentNullException.ThrowIfNull(coefficients);
        if (objective is not (Objective.SquaredError or Objective.Logistic)) throw new ArgumentException("A linear model is for squared error or logistic.", nameof(objective));
        if (coefficients.Length != standardiser.Means.Length) throw new ArgumentException($"{coefficients.Length} coefficients for {standardiser.Means.Length} features.", nameof(coefficients));
        if (!double.IsFinite(intercept) || !coefficients.All(double.IsFinite)) throw new ArgumentException("A coefficient is not finite.", nameof(coefficients));
        (Objective, Standardiser, Intercept, Coefficients) = (objective, standardiser, intercept, coefficients);
    }

    /// <summary>What the model was trained for, and with it the link of its predictions.</summary>
    public Objective Objective { get; }

    /// <summary>Mean and standard deviation of each feature in training.</summary>
    public Standardiser Standardiser { get; }

    /// <summary>Margin of a sample whose features all have their mean.</summary>
    public double Intercept { get; }

    /// <summary>Change of the margin per standard deviation of each feature. Length features; not to be written to.</summary>
    public double[] Coefficients { get; }

    /// <summary>Predicts one sample.</summary>
    /// <param name="features">Raw values, length features; NaN means missing.</param>
    /// <returns>The mean, or the probability of 1.</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public double Predict(ReadOnlySpan<float> features)
    {
        var standardised = new float[Coefficients.Length];
        Standardiser.Apply(features, standardised);
        var margin = Intercept;
        for (var i = 0; i < standardised.Length; i++) margin += Coefficients[i] * standardised[i];
        return Objective is Objective.Logistic ? 1 / (1 + Math.Exp(-margin)) : margin;
    }

    /// <summary>Predicts every row.</summary>
    /// <param name="features">Raw values, shape [rows × features].</param>
    /// <returns>One prediction per row.</returns>
    /// <exception cref="ArgumentException">The number of features is wrong.</exception>
    public double[] Predict(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var predictions = new double[features.Rows];
        for (var row = 0; row < predictions.Length; row++) predictions[row] = Predict(features.Row(row));
        return predictions;
    }
}
