using System.Security.Cryptography;
using System.Text.Json;
using MusicFlow.Core.Features;
using MusicFlow.Learning.Losses;
using MusicFlow.Learning.Networks;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Core.Predictions;

/// <summary>A model as it lies on disk: <c>model.json</c>, <c>metadata.json</c>, <c>MODEL_CARD.md</c>.</summary>
/// <remarks>Written beside its place and moved there when it is whole: a full disk or a crash leaves the old model as it was.</remarks>
public static class ModelFolder
{
    /// <summary>The model: XGBoost's JSON for trees.</summary>
    public const string ModelFile = "model.json";

    /// <summary>What it is and how it scored.</summary>
    public const string MetadataFile = "metadata.json";

    /// <summary>The same for people.</summary>
    public const string CardFile = "MODEL_CARD.md";

    private const int MostMetadataBytes = 16 << 20;

    /// <summary>Every file of a model folder.</summary>
    internal static IReadOnlyList<string> Files { get; } = [ModelFile, MetadataFile, CardFile];

    /// <summary>The bytes that <see cref="ModelFile"/> holds.</summary>
    public static byte[] Bytes(IMarginModel model)
    {
        if (model is TreeModel trees) return XgboostJsonWriter.Write(trees.Ensemble);
        using var buffer = new MemoryStream();
        NetworkJson.Write(((NetworkModel)model).Network, buffer);
        return buffer.ToArray();
    }

    /// <summary>Lower-case hex SHA-256.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Checks that a model can be written to a folder, before anybody waits for its training.</summary>
    /// <exception cref="IOException">It cannot be written, or holds something besides a model, which would be lost.</exception>
    public static void ThrowIfUnusable(string folder) => new ModelPlace(folder).ThrowIfUnusable();

    /// <summary>Writes a model folder; an existing one is replaced when the new one is whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="model">Bytes of <see cref="ModelFile"/>.</param>
    /// <param name="metadata">What <see cref="MetadataFile"/> holds.</param>
    /// <param name="card">What <see cref="CardFile"/> holds.</param>
    /// <exception cref="IOException">The disk is full, the folder cannot be written or holds something besides a model; all is as it was.</exception>
    public static void Save(string folder, byte[] model, ModelMetadata metadata, string card) =>
        new ModelPlace(folder).Write(new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [ModelFile] = model,
            [MetadataFile] = JsonSerializer.SerializeToUtf8Bytes(metadata, ModelMetadataJson.Default.ModelMetadata),
            [CardFile] = System.Text.Encoding.UTF8.GetBytes(card),
        }, File.Create);

    /// <summary>Reads a model folder.</summary>
    /// <exception cref="ModelFormatException">A file is missing, damaged, foreign or made by a newer version; one sentence says which.</exception>
    public static LoadedModel Load(string folder)
    {
        var metadata = LoadMetadata(folder);
        var bytes = ReadAll(Path.Combine(folder, ModelFile), int.MaxValue);
        if (Sha256(bytes) != metadata.ModelSha256)
            throw new ModelFormatException($"{ModelFile} in {folder} is not the file that {MetadataFile} describes; restore both from the same training run.");
        IReadOnlyList<Feature> features;
        try { features = FeatureSchema.Named(metadata.Features); }
        catch (ArgumentException ex) { throw new ModelFormatException(ex.Message.Split(" (Parameter")[0], ex); }
        IMarginModel model = metadata.Engine switch
        {
            ModelEngine.Trees => Trees(bytes, features.Count, metadata.ChanceTrees),
            ModelEngine.Network => Checked(new NetworkModel(NetworkJson.Read(new MemoryStream(bytes))), features.Count),
            _ => throw new ModelFormatException($"{MetadataFile} in {folder} names an engine that this version does not know."),
        };
        return model.Objective is not (Objective.Logistic or Objective.Softmax) ? new LoadedModel(metadata, model, features) : throw OfClasses();
    }

    /// <summary>Reads <see cref="MetadataFile"/> alone.</summary>
    /// <exception cref="ModelFormatException">It is missing, damaged or made by a newer version.</exception>
    public static ModelMetadata LoadMetadata(string folder)
    {
        var bytes = ReadAll(Path.Combine(folder, MetadataFile), MostMetadataBytes);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.Number && format.TryGetInt32(out var number) && number > ModelMetadata.CurrentFormat)
                throw new ModelFormatException($"The model in {folder} was made by a newer version (format {number}, this one reads up to {ModelMetadata.CurrentFormat}); update the program.");
            return document.Deserialize(ModelMetadataJson.Default.ModelMetadata) is { IsWhole: true } metadata
                ? metadata : throw new JsonException($"{MetadataFile} has holes.");
        }
        // The parts of the calibration check themselves when made.
        catch (Exception ex) when (ex is JsonException or ArgumentException)
        {
            throw new ModelFormatException($"{MetadataFile} in {folder} is damaged or foreign; train the model again or restore it.", ex);
        }
    }

    private static TreeModel Trees(byte[] bytes, int features, int chanceTrees)
    {
        var ensemble = XgboostJsonReader.Read(bytes);
        if (ensemble.Groups != 1) throw OfClasses();
        if (chanceTrees < 0 || chanceTrees > ensemble.Trees.Count)
            throw new ModelFormatException($"{ModelFile} has {ensemble.Trees.Count} trees, {MetadataFile} speaks of {chanceTrees}; restore both from the same training run.");
        return Checked(new TreeModel(ensemble, chanceTrees), features);
    }

    private static ModelFormatException OfClasses() => new($"{ModelFile} predicts classes, not streams; take a model that \"musicflow train\" made.");

    private static TreeModel Checked(TreeModel model, int features) => model.Ensemble.FeatureCount == features
        ? model
        : throw new ModelFormatException($"{ModelFile} wants {model.Ensemble.FeatureCount} features, {MetadataFile} names {features}; restore both from the same training run.");

    private static NetworkModel Checked(NetworkModel model, int features) => model.Network.FeatureCount == features
        ? model
        : throw new ModelFormatException($"{ModelFile} wants {model.Network.FeatureCount} features, {MetadataFile} names {features}; restore both from the same training run.");

    private static byte[] ReadAll(string file, int most)
    {
        try
        {
            var length = new FileInfo(file).Length;
            return length <= most ? File.ReadAllBytes(file) : throw new ModelFormatException($"{file} is too large ({length} bytes) to be what it should be.");
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ModelFormatException($"There is no {Path.GetFileName(file)} in {Path.GetDirectoryName(file)}; train a model with \"musicflow train\".", ex);
        }
    }
}
