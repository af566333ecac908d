namespace MusicFlow.Learning.Linear;

/// <summary>What both linear learners do before they learn.</summary>
internal static class LinearInput
{
    /// <exception cref="ArgumentException">No row has weight, or the penalty is out of range.</exception>
    public static (Standardiser Standardiser, FeatureMatrix Inputs) Prepare(Samples samples, double l2)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (!(l2 > 0 && double.IsFinite(l2))) throw new ArgumentException("The penalty must be above 0 and finite.", nameof(l2));
        if (samples.Rows == 0 || samples.Weights is { } weights && weights.All(weight => weight == 0))
            throw new ArgumentException("No row has weight.", nameof(samples));
        var standardiser = Standardiser.Fit(samples.Features);
        return (standardiser, standardiser.Apply(samples.Features));
    }
}
