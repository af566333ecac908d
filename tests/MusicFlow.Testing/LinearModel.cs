using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Testing;

/// <summary>A model that a person can follow: e to the sum of a few features, each beside its typical value. Always the same.</summary>
public sealed class LinearModel : IMarginModel
{
    static readonly Dictionary<string, (double Weight, double Typical)> Terms = new(StringComparer.Ordinal)
    {
        ["popularity"] = (0.03, 50),
        ["release_year"] = (0.02, 2005),
        ["danceability"] = (1, 0.6),
        ["energy"] = (0.8, 0.6),
        ["acousticness"] = (-1.2, 0.3),
        ["duration_ms"] = (-0.000004, 210_000),
        ["valence"] = (0.5, 0.5),
    };

    const double TypicalMargin = -0.4;

    public static IReadOnlyList<Feature> Features { get; } = FeatureSchema.AnyListener;

    public Objective Objective { get; } = new Objective.Poisson();

    public int Size => Terms.Count;

    public float Margin(ReadOnlySpan<float> features) => (float)Contributions(features).Sum();

    public double[] Contributions(ReadOnlySpan<float> features)
    {
        var parts = new double[features.Length + 1];
        for (var i = 0; i < features.Length; i++)
            if (Terms.TryGetValue(Features[i].Name, out var term) && !float.IsNaN(features[i]))
                parts[i] = term.Weight * (features[i] - term.Typical);
        parts[^1] = TypicalMargin;
        return parts;
    }
}
