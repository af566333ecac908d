using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning;
using MusicFlow.Learning.Boosting;
using MusicFlow.Learning.Losses;

namespace MusicFlow.Core.Training;

/// <summary>A simple way to answer that a model must beat: learns from some rows, answers for others, in streams 0–30.</summary>
/// <param name="Name">Name as <c>evaluate --json</c> writes it.</param>
/// <param name="Choose">Chooses settings on the training rows, once; the result is then fitted to all of them and to their folds.</param>
public sealed record Baseline(string Name, Func<TableSlice, CancellationToken, FitPredict> Choose)
{
    /// <summary>A baseline without settings.</summary>
    internal Baseline(string name, FitPredict fitPredict) : this(name, (_, _) => fitPredict) { }
}

/// <summary>Which baselines to report, for tables of the given features.</summary>
public delegate IReadOnlyList<Baseline> BaselineChoice(IReadOnlyList<Feature> features, int seed);

/// <summary>Learns from the first table and answers for the second, in streams.</summary>
public delegate double[] FitPredict(TableSlice train, TableSlice test, CancellationToken ct);

/// <summary>The baselines that every evaluation reports beside the model.</summary>
public static class Baselines
{
    /// <summary>Rows that an artist's mean is shrunk by towards the mean of all (empirical Bayes, fixed).</summary>
    private const double ArtistPrior = 3;

    /// <summary>Mean, median, popularity, artist mean, the seed's own recipe and a multilayer perceptron, in this order.</summary>
    /// <param name="features">The features of the tables, in order.</param>
    /// <param name="seed">Seed of the learnt ones.</param>
    public static IReadOnlyList<Baseline> All(IReadOnlyList<Feature> features, int seed) =>
    [
        .. Plain(features, seed),
        new("seed_recipe", (all, ct) =>
        {
            var settings = SeedRecipe.Choose(all.Columns(features, FeatureSchema.Seed), ct);
            return (train, test, stop) => SeedRecipe.FitPredict(settings, train.Columns(features, FeatureSchema.Seed), test.Columns(features, FeatureSchema.Seed), stop);
        }),
        new("neural_network", (train, test, ct) => Network(train, test, seed, ct)),
    ];

    /// <summary>The quick ones: mean, median, popularity and artist mean.</summary>
    /// <param name="features">The features of the tables, in order.</param>
    /// <param name="seed">Not used: none of them draws.</param>
    public static IReadOnlyList<Baseline> Plain(IReadOnlyList<Feature> features, int seed) =>
    [
        new("mean", (train, test, _) => Constant(test, train.Samples.Targets.Average())),
        new("median", (train, test, _) => Constant(test, Median(train.Samples.Targets))),
        new("popularity", (train, test, ct) => Popularity(features, train, test, ct)),
        new("artist_mean", (train, test, _) => ArtistMean(train, test)),
    ];

    private static double[] Constant(TableSlice test, double value)
    {
        var answers = new double[test.Rows.Count];
        Array.Fill(answers, value);
        return answers;
    }

    private static double Median(float[] targets)
    {
        var sorted = targets.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }

    private static double[] ArtistMean(TableSlice train, TableSlice test)
    {
        double mean = train.Samples.Targets.Average();
        var artists = train.Rows.GroupBy(row => row.Track.Key.Artist, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (group.Sum(row => row.Streams) + (ArtistPrior * mean)) / (group.Count() + ArtistPrior), StringComparer.Ordinal);
        return [.. test.Rows.Select(row => artists.GetValueOrDefault(row.Track.Key.Artist, mean))];
    }

    private static double[] Popularity(IReadOnlyList<Feature> features, TableSlice train, TableSlice test, CancellationToken ct)
    {
        var popularity = features.Where(feature => feature.Name is "popularity").ToList();
        var options = new BoostingOptions { Objective = new Objective.Poisson(), Rounds = 100, MaxDepth = 3, LearningRate = 0.05, MinChildWeight = 20 };
        var model = new TreeModel(Booster.Train(train.Columns(features, popularity), null, options, progress: null, ct));
        return Answers(model, test.Columns(features, popularity));
    }

    private static double[] Network(TableSlice train, TableSlice test, int seed, CancellationToken ct)
    {
        var folds = Split.Folds(train.Rows, 6, seed);
        var validation = train.Select([.. Enumerable.Range(0, folds.Length).Where(row => folds[row] == 0)]);
        var rest = train.Select([.. Enumerable.Range(0, folds.Length).Where(row => folds[row] != 0)]);
        return Answers(RandomSearch.Network(seed).Fit(rest.Samples, validation.Samples, ct), test.Samples);
    }

    private static double[] Answers(IMarginModel model, Samples test)
    {
        var answers = new double[test.Rows];
        for (var row = 0; row < test.Rows; row++) answers[row] = Streams.Of(model.Margin(test.Features.Row(row)), model.Objective);
        return answers;
    }
}
