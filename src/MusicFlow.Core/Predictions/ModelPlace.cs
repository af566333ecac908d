namespace MusicFlow.Core.Predictions;

/// <summary>Where a model folder lies or will lie, and how one takes the place of another: written beside it, then renamed.</summary>
internal sealed class ModelPlace
{
    private readonly string _folder;
    private readonly string _place;
    private readonly string _fresh;
    private readonly string _old;

    /// <param name="folder">The folder, as the person named it.</param>
    public ModelPlace(string folder)
    {
        _folder = folder;
        _place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        (_fresh, _old) = (_place + ".new", _place + ".old");
    }

    /// <summary>Checks that a model can be written here.</summary>
    /// <exception cref="IOException">It cannot, or something besides a model would be lost; the message names it.</exception>
    public void ThrowIfUnusable()
    {
        ThrowIfForeign();
        try
        {
            Directory.CreateDirectory(_fresh);
            Remove(_fresh);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"No model can be written to {_folder} ({ex.Message.TrimEnd('.')}); name another folder.", ex);
        }
    }

    /// <summary>Writes a model's files; an existing model is replaced when the new one is whole.</summary>
    /// <param name="files">Bytes by file name.</param>
    /// <param name="create">Opens a new file.</param>
    /// <exception cref="IOException">They could not be written, or something besides a model would be lost; all is as it was.</exception>
    public void Write(IReadOnlyDictionary<string, byte[]> files, Func<string, Stream> create)
    {
        ThrowIfForeign();
        try
        {
            Remove(_fresh);
            Directory.CreateDirectory(_fresh);
            foreach (var (name, bytes) in files)
            {
                using var file = create(Path.Combine(_fresh, name));
                file.Write(bytes);
                if (file is FileStream onDisk) onDisk.Flush(flushToDisk: true);
            }
            Remove(_old);
            if (Directory.Exists(_place)) Directory.Move(_place, _old);
            Directory.Move(_fresh, _place);
            Remove(_old);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            if (!Directory.Exists(_place) && Directory.Exists(_old)) Directory.Move(_old, _place);
            if (Directory.Exists(_fresh)) Remove(_fresh);
            throw new IOException($"The model could not be written to {_folder}: {ex.Message} The old model is as it was.", ex);
        }
    }

    /// <summary>A folder is replaced as a whole, so it may hold nothing but a model.</summary>
    private void ThrowIfForeign()
    {
        foreach (var path in new[] { _place, _fresh, _old })
        {
            if (File.Exists(path)) throw new IOException($"{path} is a file; name another folder for the model.");
            if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).FirstOrDefault(IsForeign) is { } other)
                throw new IOException($"{path} holds {Path.GetFileName(other)}, which is no part of a model and would be lost; name another folder for the model.");
        }
    }

    private static bool IsForeign(string entry) => !File.Exists(entry) || !ModelFolder.Files.Contains(Path.GetFileName(entry));

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
