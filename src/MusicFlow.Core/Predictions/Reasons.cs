using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Predictions;

/// <summary>Picks what to tell of a model's contributions: three topics that raise the answer, two that lower it, nothing that hardly moves it.</summary>
/// <remarks>Contributions of one topic are added up, which keeps them exact (SHAP is additive). They tell what the model leans on, not what causes plays.</remarks>
internal static class Reasons
{
    private const int Raising = 3;
    private const int Lowering = 2;

    /// <summary>Factors nearer to 1 than this are not told.</summary>
    private const double Slight = 0.05;

    public static IReadOnlyList<Reason> Of(
        IReadOnlyList<Feature> features, IReadOnlyList<float> vector, IReadOnlyList<double> contributions, TrackFacts track, Objective objective)
    {
        var index = features.Select((feature, i) => (feature.Name, i)).ToDictionary(pair => pair.Name, pair => pair.i, StringComparer.Ordinal);
        var margin = contributions.Sum();
        var told = ReasonTopic.All
            .Select(topic => (topic, Sum: topic.Features.Where(index.ContainsKey).Sum(name => contributions[index[name]])))
            .Select(topic => new Reason(topic.topic.Name, topic.topic.Values(track, Value), Factor(margin, topic.Sum, objective)))
            .ToList();
        return
        [
            .. told.Where(reason => reason.Factor > 1 + Slight).OrderByDescending(reason => reason.Factor).Take(Raising),
            .. told.Where(reason => reason.Factor < 1 - Slight).OrderBy(reason => reason.Factor).Take(Lowering),
        ];

        float Value(string name) => index.TryGetValue(name, out var i) ? vector[i] : float.NaN;
    }

    /// <summary>With a log link the exact factor e^φ; otherwise the answer with the topic over the answer without it.</summary>
    private static double Factor(double margin, double contribution, Objective objective)
    {
        const double Least = 0.01;
        return objective is Objective.Poisson or Objective.Tweedie
            ? Math.Exp(contribution)
            : Math.Max(Least, margin) / Math.Max(Least, margin - contribution);
    }
}
