namespace MusicFlow.Learning;

/// <summary>Brings features to mean 0 and standard deviation 1, so that each weighs the same in a distance or a penalty.</summary>
/// <remarks>A missing value becomes 0, the mean. A feature that was constant in training always becomes 0. Immutable; thread-safe.</remarks>
public sealed class Standardiser
{
    /// <summary>Standardised values are held within ± this limit, so that a wild value cannot make a sum of squares overflow.</summary>
    public const float Limit = 1e6f;

    /// <param name="means">Mean of each feature, finite; length features ≥ 1.</param>
    /// <param name="deviations">Standard deviation of each feature, finite and ≥ 0, 0 for a constant one; length features.</param>
    /// <exception cref="ArgumentException">The lengths differ, are 0, or a value is out of range.</exception>
    public Standardiser(float[] means, float[] deviations)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(deviations);
        if (means.Length == 0 || means.Length != deviations.Length)
            throw new ArgumentException($"{means.Length} means and {deviations.Length} deviations.", nameof(deviations));
        if (!means.All(float.IsFinite)) throw new ArgumentException("A mean is not finite.", nameof(means));
        if (!deviations.All(d => float.IsFinite(d) && d >= 0)) throw new ArgumentException("A deviation is negative or not finite.", nameof(deviations));
        (Means, Deviations) = (means, deviations);
    }

    /// <summary>Mean of each feature over the rows that have it. Length features; not to be written to.</summary>
    public float[] Means { get; }

    /// <summary>Standard deviation of each feature, in its own unit; 0 for a constant one. Length features; not to be written to.</summary>
    public float[] Deviations { get; }

    /// <summary>Measures mean and standard deviation (divisor n) of each feature over its present values.</summary>
    /// <param name="features">Any number of rows; a feature without a present value gets mean and deviation 0.</param>
    public static Standardiser Fit(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var (means, deviations) = (new float[features.Features], new float[features.Features]);
        for (var feature = 0; feature < means.Length; feature++) (means[feature], deviations[feature]) = Measure(features, feature);
        return new Standardiser(means, deviations);
    }

    /// <summary>Standardises one sample.</summary>
    /// <param name="features">Raw values, length features; NaN means missing.</param>
    /// <param name="standardised">Receives the result, length features; may be the same memory.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public void Apply(ReadOnlySpan<float> features, Span<float> standardised)
    {
        if (features.Length != Means.Length || standardised.Length != Means.Length)
            throw new ArgumentException($"{features.Length} values in and {standardised.Length} out, for {Means.Length} features.", nameof(features));
        for (var i = 0; i < features.Length; i++)
            standardised[i] = float.IsNaN(features[i]) || Deviations[i] == 0
                ? 0
                : (float)Math.Clamp(((double)features[i] - Means[i]) / Deviations[i], -Limit, Limit);
    }

    /// <summary>Standardises every row into a new matrix, which has no missing value.</summary>
    /// <exception cref="ArgumentException">The matrix has another number of features.</exception>
    public FeatureMatrix Apply(FeatureMatrix features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var values = new float[features.Values.Length];
        for (var row = 0; row < features.Rows; row++)
            Apply(features.Row(row), values.AsSpan(row * features.Features, features.Features));
        return new FeatureMatrix(values, features.Rows, features.Features);
    }

    private static (float Mean, float Deviation) Measure(FeatureMatrix features, int feature)
    {
        double sum = 0, squares = 0;
        float low = float.MaxValue, high = float.MinValue;
        var present = 0;
        for (var at = feature; at < features.Values.Length; at += features.Features)
        {
            var value = features.Values[at];
            if (float.IsNaN(value)) continue;
            (sum, present) = (sum + value, present + 1);
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }
        if (present == 0) return (0, 0);
        var mean = sum / present;
        // A constant is told by its values: rounding of the mean must not pass for a deviation.
        if (low == high) return (low, 0);
        for (var at = feature; at < features.Values.Length; at += features.Features)
            if (!float.IsNaN(features.Values[at])) squares += (features.Values[at] - mean) * (features.Values[at] - mean);
        return ((float)mean, (float)Math.Min(Math.Sqrt(squares / present), float.MaxValue));
    }
}
