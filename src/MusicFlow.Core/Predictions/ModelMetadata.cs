using System.Text.Json;
using System.Text.Json.Serialization;
using MusicFlow.Core.Training;

namespace MusicFlow.Core.Predictions;

/// <summary>Whom a model serves.</summary>
public enum ModelKind
{
    /// <summary>A listener that it does not know: features of the track alone.</summary>
    AnyListener,

    /// <summary>The one listener whose history it was trained on.</summary>
    OneListener,
}

/// <summary>What a model learns by.</summary>
public enum ModelEngine
{
    /// <summary>Trees, in XGBoost's JSON format.</summary>
    Trees,

    /// <summary>A multilayer perceptron.</summary>
    Network,
}

/// <summary>A file or archive that a model was trained on.</summary>
/// <param name="Name">File name without folders.</param>
/// <param name="Sha256">Of its bytes, lower-case hex; of all files' hashes in order of name for a folder.</param>
public sealed record DataFile(string Name, string Sha256);

/// <summary>One listener's share of the training data, in numbers only.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Streams">Streams in the history.</param>
/// <param name="Tracks">Tracks with a stream in the span.</param>
/// <param name="Joined">Of these, tracks that the catalogue holds and that became rows.</param>
/// <param name="Days">Length of the history in days.</param>
public sealed record ListenerSummary(string Name, int Streams, int Tracks, int Joined, int Days);

/// <summary>What a model was trained on.</summary>
public sealed record TrainingDataSummary
{
    /// <summary>Histories and catalogues.</summary>
    public required IReadOnlyList<DataFile> Files { get; init; }

    /// <summary>The listeners.</summary>
    public required IReadOnlyList<ListenerSummary> Listeners { get; init; }

    /// <summary>Tracks of the catalogue.</summary>
    public required int CatalogueTracks { get; init; }

    /// <summary>Training rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows with at least one stream.</summary>
    public required int StreamedRows { get; init; }

    /// <summary>Zeros per streamed row: predictions speak of a song that is as likely to be played as not.</summary>
    public double ZerosPerStreamed { get; init; } = 1;

    /// <summary>AUC of the missing flags alone after withholding, out of fold; 0.5 = they tell nothing.</summary>
    public required double MissingFlagsAuc { get; init; }
}

/// <summary>Everything about a model that is not the model itself: <c>metadata.json</c>.</summary>
public sealed record ModelMetadata
{
    /// <summary>Version of this layout that this program writes and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of the layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Id: name, dash, first eight digits of the model file's SHA-256.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the program that trained it.</summary>
    public required string Version { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whom it serves.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>What it learns by.</summary>
    public required ModelEngine Engine { get; init; }

    /// <summary>So many trees at the beginning of <c>model.json</c> tell how likely a stream is; 0 where the probability comes from the expected streams.</summary>
    public int ChanceTrees { get; init; }

    /// <summary>SHA-256 of <c>model.json</c>, lower-case hex.</summary>
    public required string ModelSha256 { get; init; }

    /// <summary>The span of predictions, ISO 8601.</summary>
    public string Span { get; init; } = "P365D";

    /// <summary>The winning candidate in words.</summary>
    public required string Objective { get; init; }

    /// <summary>Its settings by name.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>Seed of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>Candidates and their cross-validated Poisson deviance, best first.</summary>
    public required IReadOnlyList<CandidateScore> Candidates { get; init; }

    /// <summary>Names of the features, in the model's order.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Features that are always blank, because their being missing would betray the answer.</summary>
    public required IReadOnlyList<string> Withheld { get; init; }

    /// <summary>What it was trained on.</summary>
    public required TrainingDataSummary Data { get; init; }

    /// <summary>Scores on rows that were not learnt from, by split, then by model or baseline.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, Scores>> Scores { get; init; }

    /// <summary>From expected streams to probability and range.</summary>
    public required CountCalibration Calibration { get; init; }

    /// <summary>Whether no list or table has a hole where a value belongs, and the id can be shown; JSON can write anything anywhere.</summary>
    [JsonIgnore]
    internal bool IsWhole =>
        !Id.Any(char.IsControl) && !Features.Contains(null!) && !Withheld.Contains(null!) && !Candidates.Contains(null!) && !Data.Files.Contains(null!) && !Data.Listeners.Contains(null!)
        && Scores.Values.All(split => split is not null && split.Values.All(scores => scores is not null)) && Calibration.IsWhole;
}

/// <summary>One candidate of a training run.</summary>
/// <param name="Name">What it was.</param>
/// <param name="PoissonDeviance">Cross-validated on the training rows.</param>
public sealed record CandidateScore(string Name, double PoissonDeviance);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ModelMetadata))]
internal sealed partial class ModelMetadataJson : JsonSerializerContext;
