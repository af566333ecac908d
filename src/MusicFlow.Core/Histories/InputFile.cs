namespace MusicFlow.Core.Histories;

/// <summary>Tells files from things that only look like one.</summary>
public static class InputFile
{
    /// <summary>Whether a file holds bytes to read. Pipes, sockets and devices have no length, and opening one may wait for ever.</summary>
    /// <param name="path">A file; links are followed.</param>
    /// <returns><see langword="false"/> also for an empty file and for one that does not exist.</returns>
    public static bool HoldsBytes(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!File.Exists(path)) return false;
        var file = File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path);
        return file is { Exists: true, Length: > 0 };
    }
}
