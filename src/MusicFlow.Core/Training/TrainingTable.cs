using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning;

namespace MusicFlow.Core.Training;

/// <summary>Everything that a run learns from and is judged by: rows, features, folds, and what was withheld.</summary>
/// <param name="Features">The features, in order.</param>
/// <param name="Train">Rows to learn from; withheld features are blank.</param>
/// <param name="Folds">Fold of each training row.</param>
/// <param name="Test">Rows to be judged by; withheld features are blank. Empty when nothing is held out.</param>
/// <param name="Withheld">Features that <see cref="ProvenanceGuard"/> withheld.</param>
/// <param name="MissingFlagsAuc">What the missing flags alone still tell.</param>
public sealed record TrainingTable(
    IReadOnlyList<Feature> Features, TableSlice Train, int[] Folds, TableSlice Test, IReadOnlyList<string> Withheld, double MissingFlagsAuc)
{
    /// <summary>Whether the rows ask for the time after their cut-off.</summary>
    public bool IsForecast { get; init; }

    /// <summary>Whom a model of these rows would serve.</summary>
    public ModelKind For { get; init; }

    /// <summary>Names of the features, in order.</summary>
    public IReadOnlyList<string> Names => [.. Features.Select(feature => feature.Name)];
}

/// <summary>Builds training tables from listeners and a catalogue, by the one protocol that training, evaluation and benches share.</summary>
public sealed class TrainingTables
{
    private readonly IReadOnlyList<Listener> _listeners;
    private readonly SampleDraw _draw;
    private readonly FeatureTable _table;

    /// <param name="listeners">Whose histories.</param>
    /// <param name="catalogue">One entry per track.</param>
    public TrainingTables(IReadOnlyList<Listener> listeners, IReadOnlyList<CatalogueTrack> catalogue)
    {
        ArgumentNullException.ThrowIfNull(listeners);
        (_listeners, _draw, _table) = (listeners, new SampleDraw(catalogue), new FeatureTable(listeners, catalogue));
    }

    /// <summary>Whom a model of these listeners would serve: one history makes a personal model, several make one for anybody.</summary>
    public ModelKind For => _listeners.Count == 1 ? ModelKind.OneListener : ModelKind.AnyListener;

    /// <summary>A table with nothing held out, for a model that goes into service.</summary>
    public TrainingTable Whole(TrainerOptions options, CancellationToken ct) =>
        Table(new Split(Rows(ZeroDraw.Uniform, options.Seed), []), Choice(SplitKind.Track), options, ct);

    /// <summary>A table with rows held out.</summary>
    /// <param name="kind">How rows are held out.</param>
    /// <param name="zeros">Which tracks stand for never played; the time split knows only uniform ones.</param>
    /// <param name="options">Folds and seed.</param>
    /// <param name="ct">Stops the work.</param>
    public TrainingTable HoldOut(SplitKind kind, ZeroDraw zeros, TrainerOptions options, CancellationToken ct) => kind switch
    {
        SplitKind.Track => Table(Split.ByTrack(Rows(zeros, options.Seed), options.Seed), Choice(kind), options, ct),
        SplitKind.Artist => Table(Split.ByArtist(Rows(zeros, options.Seed), options.Seed), Choice(kind), options, ct),
        SplitKind.Time => Ahead(options, ct),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A table with one listener held out altogether.</summary>
    public TrainingTable HoldOutListener(int listener, TrainerOptions options, CancellationToken ct)
    {
        var rows = Rows(ZeroDraw.Uniform, options.Seed);
        var split = new Split([.. rows.Where(row => row.Listener != listener)], [.. rows.Where(row => row.Listener == listener)]);
        return Table(split, FeatureSchema.AnyListener, options, ct);
    }

    private List<Sample> Rows(ZeroDraw zeros, int seed) =>
        [.. _listeners.SelectMany((listener, index) => _draw.LastYear(listener, index, zeros, seed))];

    private IReadOnlyList<Feature> Choice(SplitKind kind) => (For, kind) switch
    {
        (ModelKind.AnyListener, _) => FeatureSchema.AnyListener,
        (_, SplitKind.Time) => FeatureSchema.All,
        _ => FeatureSchema.OneListener,
    };

    private TrainingTable Ahead(TrainerOptions options, CancellationToken ct)
    {
        var features = Choice(SplitKind.Time);
        List<Sample> train = [.. _listeners.SelectMany((listener, index) => _draw.Ahead(listener, index, (0.4, 0.7), options.Seed))];
        List<Sample> test = [.. _listeners.SelectMany((listener, index) => _draw.Ahead(listener, index, (0.7, 1), options.Seed + 1))];
        var folds = Split.Folds(train, options.Folds, options.Seed);
        return Guarded(features, (train, _table.Ahead(train, features)), folds, (test, _table.Ahead(test, features)), ct) with { IsForecast = true };
    }

    private TrainingTable Table(Split split, IReadOnlyList<Feature> features, TrainerOptions options, CancellationToken ct)
    {
        if (split.Train.Count(row => row.Streams > 0) < 2 * options.Folds)
            throw new TrainingException($"Only {split.Train.Count(row => row.Streams > 0)} tracks of the history are in the catalogue; import a larger catalogue or a longer history.");
        var judged = split.Test.Select(row => row.Track.Key).ToHashSet();
        var folds = Split.Folds(split.Train, options.Folds, options.Seed);
        var train = _table.OutOfFold(split.Train, folds, judged, features);
        return Guarded(features, (split.Train, train), folds, (split.Test, _table.HeldOut(split.Test, features)), ct);
    }

    private TrainingTable Guarded(
        IReadOnlyList<Feature> features, (IReadOnlyList<Sample> Rows, FeatureMatrix Values) train, int[] folds,
        (IReadOnlyList<Sample> Rows, FeatureMatrix Values) test, CancellationToken ct)
    {
        var samples = Samples(train.Rows, train.Values);
        var withheld = ProvenanceGuard.Withhold(features, samples, folds, ct);
        var auc = ProvenanceGuard.MissingAuc(features, samples, folds, withheld, ct);
        Blank(features, withheld, train.Values);
        Blank(features, withheld, test.Values);
        return new TrainingTable(features, new TableSlice(train.Rows, samples), folds, new TableSlice(test.Rows, Samples(test.Rows, test.Values)), withheld, auc) { For = For };
    }

    private static Samples Samples(IReadOnlyList<Sample> rows, FeatureMatrix values) => new(values, [.. rows.Select(row => (float)row.Streams)]);

    private static void Blank(IReadOnlyList<Feature> features, IReadOnlyList<string> withheld, FeatureMatrix values)
    {
        for (var column = 0; column < features.Count; column++)
            if (withheld.Contains(features[column].Name))
                for (var row = 0; row < values.Rows; row++) values.Values[(row * values.Features) + column] = float.NaN;
    }
}

/// <summary>Training is not possible with the given data; the message says what to do.</summary>
public sealed class TrainingException(string message) : Exception(message);
