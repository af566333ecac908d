using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning;

namespace MusicFlow.Core.Training;

/// <summary>Rows with their features.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Samples">Their features and targets, in the same order.</param>
public sealed record TableSlice(IReadOnlyList<Sample> Rows, Samples Samples)
{
    /// <summary>The given rows, in the given order.</summary>
    public TableSlice Select(int[] rows) => new([.. rows.Select(row => Rows[row])], Samples.Select(rows));

    /// <summary>Whether the listener played each row's artist; <see langword="null"/> when the features do not tell.</summary>
    /// <param name="features">The features that the slice holds, in order.</param>
    public IReadOnlyList<bool>? ArtistKnown(IReadOnlyList<Feature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var column = features.Index().Where(feature => feature.Item.Name == HistoryFeatures.KnownArtist).Select(feature => feature.Index).FirstOrDefault(-1);
        return column < 0 ? null : [.. Enumerable.Range(0, Rows.Count).Select(row => Samples.Features.Row(row)[column] > 0)];
    }

    /// <summary>The given features of all rows.</summary>
    /// <param name="features">The features that the slice holds, in order.</param>
    /// <param name="wanted">The features wanted, in order.</param>
    /// <exception cref="TrainingException">A wanted feature is not among them.</exception>
    public Samples Columns(IReadOnlyList<Feature> features, IReadOnlyList<Feature> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var places = features.Select((feature, place) => (feature.Name, place)).ToDictionary(pair => pair.Name, pair => pair.place, StringComparer.Ordinal);
        var columns = wanted.Select(feature => places.TryGetValue(feature.Name, out var place)
            ? place
            : throw new TrainingException($"The model wants the feature \"{feature.Name}\", which this kind of evaluation does not compute.")).ToArray();
        var values = new float[Rows.Count * columns.Length];
        for (var row = 0; row < Rows.Count; row++)
            for (var column = 0; column < columns.Length; column++)
                values[(row * columns.Length) + column] = Samples.Features.Row(row)[columns[column]];
        return new Samples(new FeatureMatrix(values, Rows.Count, columns.Length), Samples.Targets);
    }

    /// <summary>The same rows with a finished model's features, what it withholds blanked.</summary>
    internal TableSlice For(LoadedModel model, IReadOnlyList<Feature> features)
    {
        var samples = Columns(features, model.Features);
        for (var column = 0; column < model.Features.Count; column++)
            if (model.Withheld.Contains(model.Features[column].Name))
                for (var row = 0; row < samples.Rows; row++) samples.Features.Values[(row * model.Features.Count) + column] = float.NaN;
        return this with { Samples = samples };
    }
}
