using System.Reflection;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Core.Training;

/// <summary>A model ready to be written by <see cref="ModelFolder.Save(string, byte[], ModelMetadata, string)"/>.</summary>
/// <param name="Model">Bytes of the model file.</param>
/// <param name="Metadata">What it is and how it scored.</param>
/// <param name="Card">The same for people, Markdown.</param>
public sealed record TrainedArtifact(byte[] Model, ModelMetadata Metadata, string Card);

/// <summary>A whole run of <c>train</c>: judges the recipe on held-out rows, then learns the model that goes into service from all rows.</summary>
/// <param name="listeners">Whose histories; one makes a personal model, several one for any listener.</param>
/// <param name="catalogue">One entry per track.</param>
/// <param name="files">What was read.</param>
/// <param name="options">Draws, folds and seed.</param>
/// <param name="time">The clock.</param>
public sealed class TrainingRun(
    IReadOnlyList<Listener> listeners, IReadOnlyList<CatalogueTrack> catalogue, IReadOnlyList<DataFile> files, TrainerOptions options, TimeProvider time)
{
    private readonly TrainingTables _tables = new(listeners, catalogue);

    /// <summary>Runs.</summary>
    /// <param name="name">Name of the model; its id is made from it.</param>
    /// <param name="progress">Told after each step.</param>
    /// <param name="ct">Stops the run; nothing is kept.</param>
    /// <exception cref="TrainingException">There is too little to learn from.</exception>
    public TrainedArtifact Run(string name, IProgress<TrainingProgress>? progress, CancellationToken ct)
    {
        var scores = new Dictionary<string, IReadOnlyDictionary<string, Scores>>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<SplitKind>())
            scores[kind.ToString().ToLowerInvariant()] = Judge(kind, progress, ct);
        if (_tables.For == ModelKind.AnyListener)
            foreach (var (index, listener) in listeners.Index())
                scores[$"without {listener.Name}"] = Evaluation.Run(_tables.HoldOutListener(index, options, ct), Baselines.Plain, options, progress, ct).Scores;
        var table = _tables.Whole(options, ct);
        var trained = new Trainer(options).Train(table, progress, ct);
        var bytes = ModelFolder.Bytes(trained.Model);
        var metadata = Metadata(name, bytes, table, trained, scores);
        return new TrainedArtifact(bytes, metadata, ModelCard.Write(metadata));
    }

    private IReadOnlyDictionary<string, Scores> Judge(SplitKind kind, IProgress<TrainingProgress>? progress, CancellationToken ct) =>
        Evaluation.Run(_tables.HoldOut(kind, ZeroDraw.Uniform, options, ct), Baselines.All, options, progress, ct).Scores;

    private ModelMetadata Metadata(
        string name, byte[] bytes, TrainingTable table, TrainedModel trained, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Scores>> scores)
    {
        var hash = ModelFolder.Sha256(bytes);
        return new ModelMetadata
        {
            Id = $"{name}-{hash[..8]}",
            Version = typeof(TrainingRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0",
            Created = time.GetUtcNow(),
            Kind = _tables.For,
            Engine = trained.Model is TreeModel ? ModelEngine.Trees : ModelEngine.Network,
            ChanceTrees = (trained.Model as TreeModel)?.ChanceTrees ?? 0,
            ModelSha256 = hash,
            Objective = trained.Winner.Name,
            Parameters = trained.Winner.Parameters,
            Seed = options.Seed,
            Candidates = [.. trained.Ranking.Select(candidate => new CandidateScore(candidate.Name, candidate.Deviance))],
            Features = table.Names,
            Withheld = table.Withheld,
            Data = Summary(table),
            Scores = scores,
            Calibration = trained.Calibration,
        };
    }

    private TrainingDataSummary Summary(TrainingTable table) => new()
    {
        Files = files,
        Listeners = [.. listeners.Select((listener, index) => new ListenerSummary(
            listener.Name,
            listener.Tracks.Sum(track => track.Streams.Count),
            listener.Tracks.Count(track => track.Streams.Any(end => end >= listener.End - Targets.Span)),
            table.Train.Rows.Count(row => row.Listener == index && row.Streams > 0),
            (int)(listener.Last - listener.First).TotalDays))],
        CatalogueTracks = catalogue.Count,
        Rows = table.Train.Rows.Count,
        StreamedRows = table.Train.Rows.Count(row => row.Streams > 0),
        MissingFlagsAuc = table.MissingFlagsAuc,
    };
}
