using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Core.Predictions;

/// <summary>One model that the registry lists.</summary>
/// <param name="Name">Name of its folder; what <c>models use</c> takes.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Metadata">What it is; <see langword="null"/> when damaged.</param>
/// <param name="Problem">What is wrong with a damaged one.</param>
/// <param name="InUse">Whether predictions come from it.</param>
public sealed record RegisteredModel(string Name, string Folder, ModelMetadata? Metadata, string? Problem, bool InUse);

/// <summary>The models on this machine: those that come with the program and those trained here, and which one is in use.</summary>
/// <param name="builtIn">Folder with the models of the program; holds <c>default</c>.</param>
/// <param name="own">Folder with the models trained here; may not exist yet.</param>
public sealed class ModelRegistry(string builtIn, string own)
{
    /// <summary>Name of the model that comes with the program.</summary>
    public const string DefaultName = "default";

    private const string CurrentFile = "current";

    /// <summary>Folder for models trained here.</summary>
    public string OwnFolder => own;

    /// <summary>Name of the model in use.</summary>
    public string Current
    {
        get
        {
            var file = Path.Combine(own, CurrentFile);
            return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } name ? name : DefaultName;
        }
    }

    /// <summary>All models, the built-in ones first; damaged ones are listed with their problem.</summary>
    public IReadOnlyList<RegisteredModel> List() =>
        [.. new[] { builtIn, own }.Where(Directory.Exists).SelectMany(Directory.EnumerateDirectories)
            .Where(folder => File.Exists(Path.Combine(folder, ModelFolder.MetadataFile)) && !folder.EndsWith(".old", StringComparison.Ordinal) && !folder.EndsWith(".new", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(Describe)];

    /// <summary>Loads a model.</summary>
    /// <param name="name">Name, id or folder; <see langword="null"/> for the one in use.</param>
    /// <exception cref="ModelFormatException">There is no such model, or it cannot be used.</exception>
    public LoadedModel Load(string? name = null) => ModelFolder.Load(FolderOf(name ?? Current));

    /// <summary>Lets predictions come from a model; it must load.</summary>
    /// <exception cref="ModelFormatException">There is no such model, or it cannot be used.</exception>
    /// <exception cref="IOException">The choice cannot be written; the old one stays.</exception>
    public ModelMetadata Use(string name)
    {
        var folder = FolderOf(name);
        var metadata = ModelFolder.Load(folder).Metadata;
        try
        {
            Directory.CreateDirectory(own);
            var file = Path.Combine(own, CurrentFile);
            File.WriteAllText(file + ".new", Path.GetDirectoryName(folder) is { } parent && (Same(parent, builtIn) || Same(parent, own)) ? Path.GetFileName(folder) : folder);
            File.Move(file + ".new", file, overwrite: true);
            return metadata;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The choice could not be kept in {own} ({ex.Message.TrimEnd('.')}), so it stays as it was; make that folder writable or set MusicFlow:DataDirectory to another.", ex);
        }
    }

    /// <summary>The folder of a model.</summary>
    /// <exception cref="ModelFormatException">There is no such model.</exception>
    public string FolderOf(string name)
    {
        if (List().FirstOrDefault(model => model.Name == name || model.Metadata?.Id == name) is { } listed) return listed.Folder;
        if (File.Exists(Path.Combine(name, ModelFolder.MetadataFile))) return Path.TrimEndingDirectorySeparator(Path.GetFullPath(name));
        if (Directory.Exists(name))
            throw new ModelFormatException($"{name} holds no {ModelFolder.MetadataFile}, so it is no model of this program; \"musicflow train\" makes one.");
        throw new ModelFormatException($"There is no model \"{name}\"; \"musicflow models list\" tells which there are.");
    }

    private RegisteredModel Describe(string folder)
    {
        var name = Path.GetFileName(folder);
        try { return new RegisteredModel(name, folder, ModelFolder.LoadMetadata(folder), null, name == Current); }
        catch (ModelFormatException ex) { return new RegisteredModel(name, folder, null, ex.Message, name == Current); }
    }

    private static bool Same(string left, string right) =>
        string.Equals(Path.TrimEndingDirectorySeparator(Path.GetFullPath(left)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(right)), StringComparison.Ordinal);
}
