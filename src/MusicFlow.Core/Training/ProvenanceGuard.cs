using MusicFlow.Core.Features;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Metrics;

namespace MusicFlow.Core.Training;

/// <summary>Keeps a model from telling played tracks from drawn ones by what their sources happen to know.</summary>
/// <remarks>
/// Catalogues are unions of sources that know different fields, and listeners play more from some sources than from others:
/// a missing value then betrays the answer. The guard learns from the missing flags alone; while that tells streamed rows
/// from the others better than <see cref="Limit"/>, it withholds the feature whose flag tells most. See docs/adr/0004.
/// </remarks>
public static class ProvenanceGuard
{
    /// <summary>Highest AUC that the missing flags alone may reach: half of the way to the 0.55 that the tests allow.</summary>
    public const double Limit = 0.525;

    /// <summary>The features to withhold, in the order in which they were found.</summary>
    /// <param name="features">The features, in the matrix's order.</param>
    /// <param name="samples">Training rows; streamed means target &gt; 0.</param>
    /// <param name="folds">Fold of each row, length rows.</param>
    /// <param name="ct">Stops the work.</param>
    public static IReadOnlyList<string> Withhold(IReadOnlyList<Feature> features, Samples samples, IReadOnlyList<int> folds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(features);
        var withheld = new List<string>();
        while (MissingAuc(features, samples, folds, withheld, ct) > Limit)
            withheld.AddRange(Telltale(features, samples, withheld));
        return withheld;
    }

    /// <summary>AUC (streams &gt; 0) of a model that sees nothing but which values are missing, out of fold; 0.5 when nothing is to be seen.</summary>
    /// <param name="features">The features, in the matrix's order.</param>
    /// <param name="samples">Training rows.</param>
    /// <param name="folds">Fold of each row, length rows.</param>
    /// <param name="withheld">Features that the model will not see either.</param>
    /// <param name="ct">Stops the work.</param>
    public static double MissingAuc(
        IReadOnlyList<Feature> features, Samples samples, IReadOnlyList<int> folds, IReadOnlyCollection<string> withheld, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var flags = Columns(features, samples, withheld);
        if (flags.Count == 0) return 0.5;
        var values = new float[samples.Rows * flags.Count];
        for (var row = 0; row < samples.Rows; row++)
            for (var column = 0; column < flags.Count; column++) values[(row * flags.Count) + column] = flags[column].Flags[row];
        var streamed = Array.ConvertAll(samples.Targets, target => target > 0 ? 1f : 0f);
        var table = new Samples(new FeatureMatrix(values, samples.Rows, flags.Count), streamed);
        var candidate = new Candidate.Trees(new BoostingOptions { Objective = new Objective.Logistic(), Rounds = 50, MaxDepth = 4 });
        return RankingMetrics.AreaUnderRoc<float, float>(streamed, CrossValidation.Margins(candidate, table, folds, ct));
    }

    private static IEnumerable<string> Telltale(IReadOnlyList<Feature> features, Samples samples, IReadOnlyCollection<string> withheld)
    {
        var streamed = Array.ConvertAll(samples.Targets, target => target > 0 ? 1f : 0f);
        var ranked = Columns(features, samples, withheld)
            .Select(column => (column.Name, Tells: Math.Abs(RankingMetrics.AreaUnderRoc<float, float>(streamed, column.Flags) - 0.5)))
            .OrderByDescending(column => column.Tells).ToList();
        return ranked.Where(column => column.Tells >= ranked[0].Tells).Select(column => column.Name);
    }

    private static List<(string Name, float[] Flags)> Columns(IReadOnlyList<Feature> features, Samples samples, IReadOnlyCollection<string> withheld)
    {
        var columns = new List<(string Name, float[] Flags)>();
        for (var i = 0; i < features.Count; i++)
        {
            if (withheld.Contains(features[i].Name)) continue;
            var flags = new float[samples.Rows];
            for (var row = 0; row < samples.Rows; row++) flags[row] = Flag(features[i], samples.Features.Row(row)[i]);
            if (flags.Any(flag => flag != flags[0])) columns.Add((features[i].Name, flags));
        }
        return columns;
    }

    private static float Flag(Feature feature, float value) =>
        float.IsNaN(value) ? 2 : feature.TellsPrecision ? value : 0;
}
