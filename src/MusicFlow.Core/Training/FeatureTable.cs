using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;
using MusicFlow.Learning;

namespace MusicFlow.Core.Training;

/// <summary>Turns rows into features so that no row sees its own target, nor a judged row any other judged one.</summary>
/// <remarks>
/// A held-out row's history holds the training rows' plays and the plays of tracks that are in no row. A training row's history
/// leaves out, besides, all rows of its own fold (out-of-fold). Only plays before a row's cut-off count.
/// </remarks>
public sealed class FeatureTable
{
    private readonly IReadOnlyList<Listener> _listeners;
    private readonly CatalogueShelves _shelves;
    private readonly Dictionary<TrackKey, TrackFacts> _facts;

    /// <param name="listeners">The listeners that the rows' indices name.</param>
    /// <param name="catalogue">The catalogue that the rows were drawn from.</param>
    public FeatureTable(IReadOnlyList<Listener> listeners, IReadOnlyList<CatalogueTrack> catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _listeners = listeners;
        _shelves = new CatalogueShelves(catalogue.Select(track => (track.Key, track.Facts.Popularity?.Value)));
        _facts = catalogue.ToDictionary(track => track.Key, track => track.Facts);
    }

    /// <summary>Features of training rows, out of fold.</summary>
    /// <param name="rows">The training rows.</param>
    /// <param name="folds">Fold of each row, length rows (see <see cref="Split.Folds"/>).</param>
    /// <param name="judged">Tracks whose plays must stay unseen altogether: those of the held-out rows.</param>
    /// <param name="features">The features wanted, in order.</param>
    /// <returns>Shape [rows × features].</returns>
    public FeatureMatrix OutOfFold(IReadOnlyList<Sample> rows, IReadOnlyList<int> folds, IReadOnlySet<TrackKey> judged, IReadOnlyList<Feature> features)
    {
        var hidden = rows.Zip(folds).GroupBy(row => row.Second).ToDictionary(
            fold => fold.Key, fold => fold.Select(row => row.First.Track.Key).Concat(judged).ToHashSet());
        return Compute(rows, i => (folds[i], hidden[folds[i]]), features);
    }

    /// <summary>Features of held-out rows.</summary>
    /// <param name="rows">The held-out rows; their tracks' plays stay unseen.</param>
    /// <param name="features">The features wanted, in order.</param>
    /// <returns>Shape [rows × features].</returns>
    public FeatureMatrix HeldOut(IReadOnlyList<Sample> rows, IReadOnlyList<Feature> features)
    {
        var hidden = rows.Select(row => row.Track.Key).ToHashSet();
        return Compute(rows, _ => (0, hidden), features);
    }

    /// <summary>Features of rows whose targets lie after their cut-off. Nothing is hidden but what comes later, and what lies further back than <see cref="SampleDraw.Lookback"/>: a later cut-off must not know more.</summary>
    /// <param name="rows">Rows drawn by <see cref="SampleDraw.Ahead"/>.</param>
    /// <param name="features">The features wanted, in order.</param>
    /// <returns>Shape [rows × features].</returns>
    public FeatureMatrix Ahead(IReadOnlyList<Sample> rows, IReadOnlyList<Feature> features)
    {
        var hidden = new HashSet<TrackKey>();
        return Compute(rows, _ => (0, hidden), features, SampleDraw.Lookback);
    }

    /// <summary>What is known around any track of a listener at a moment, some tracks' plays hidden.</summary>
    /// <param name="listener">Index of the listener.</param>
    /// <param name="cutOff">The moment.</param>
    /// <param name="hidden">Tracks whose plays are hidden.</param>
    /// <param name="lookback">Share of the time line before the moment whose plays are known.</param>
    public Surroundings Around(int listener, DateTimeOffset cutOff, IReadOnlySet<TrackKey> hidden, double lookback = double.PositiveInfinity)
    {
        var visible = _listeners[listener].Tracks.Where(track => !hidden.Contains(track.Key));
        if (double.IsFinite(lookback)) visible = visible.Select(track => track.Since(cutOff - (_listeners[listener].Length * lookback)));
        var profile = new HistoryProfile(visible);
        return new Surroundings
        {
            Catalogue = _shelves,
            History = profile,
            Sounds = PlayedSounds.Of(profile, key => _facts.GetValueOrDefault(key), cutOff),
            Library = _listeners[listener].Library,
        };
    }

    private FeatureMatrix Compute(IReadOnlyList<Sample> rows, Func<int, (int Fold, HashSet<TrackKey> Hidden)> hiddenOf, IReadOnlyList<Feature> features,
        double lookback = double.PositiveInfinity)
    {
        var personal = features.Any(feature => feature.Group is not (FeatureGroup.Sound or FeatureGroup.Metadata or FeatureGroup.Catalogue));
        var surroundings = new Dictionary<(int Listener, DateTimeOffset CutOff, int Fold), Surroundings>();
        var values = new float[rows.Count * features.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, (fold, hidden)) = (rows[i], hiddenOf(i));
            var key = (row.Listener, row.CutOff, fold);
            if (!surroundings.TryGetValue(key, out var around))
                surroundings[key] = around = personal ? Around(row.Listener, row.CutOff, hidden, lookback) : new Surroundings { Catalogue = _shelves };
            var request = new FeatureRequest(row.Track.Facts, row.Track.Key, row.CutOff, around);
            FeatureSchema.Compute(features, request, withheld: null, values.AsSpan(i * features.Count, features.Count));
        }
        return new FeatureMatrix(values, rows.Count, features.Count);
    }
}
