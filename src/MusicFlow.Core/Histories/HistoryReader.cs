using MusicFlow.Core.Histories.Exports;

namespace MusicFlow.Core.Histories;

/// <summary>Reads listening histories out of Spotify exports: single JSON files, folders, or ZIPs as Spotify made them.</summary>
/// <remarks>
/// Files are recognised by their content, then by their name. Memory does not grow with the export. A damaged file is refused as a
/// whole and the others go on; what a stranger put into a file never raises an exception, it becomes a sentence in the summary.
/// Thread-safe: every reading has its own state.
/// </remarks>
/// <param name="time">The clock; plays that end in the future are absurd.</param>
/// <param name="limits">How much an export may ask of the reader.</param>
public sealed class HistoryReader(TimeProvider time, HistoryLimits limits)
{
    static readonly TimeSpan clockError = TimeSpan.FromDays(1);
    static readonly EnumerationOptions everything = new()
    {
        RecurseSubdirectories = true,
        MaxRecursionDepth = 8,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System,     // a link could lead anywhere, also in circles
    };

    /// <summary>Reads a JSON file, a ZIP, or all of them in a folder and its folders.</summary>
    /// <param name="path">A path on this machine, given by its owner.</param>
    /// <param name="sink">Where the plays go, file by file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>What was found; a path that does not exist is a refused file.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> stopped the reading.</exception>
    public async Task<HistorySummary> ReadAsync(string path, IPlaySink sink, CancellationToken ct)
    {
        var reading = Start(sink, ct);
        if (Directory.Exists(path)) await ReadFolderAsync(reading, path, ct);
        else if (File.Exists(path)) await OpenAsync(reading, Path.GetFileName(path), path, ct);
        else reading.Note(path, HistoryFileKind.Other, HistoryFileOutcome.Refused, Sentences.NotFound(ExportNames.Shown(path)));
        return reading.Summarise();
    }

    /// <summary>Reads an uploaded JSON file or ZIP.</summary>
    /// <param name="upload">The upload from its beginning. If it cannot seek, it is kept in a temporary file while it is read.</param>
    /// <param name="name">The name the sender gave it; never used as a path.</param>
    /// <param name="sink">Where the plays go, file by file.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> stopped the reading.</exception>
    /// <exception cref="IOException">The upload broke off, or the temporary file cannot be written.</exception>
    public async Task<HistorySummary> ReadAsync(Stream upload, string name, IPlaySink sink, CancellationToken ct)
    {
        var reading = Start(sink, ct);
        if (upload.CanSeek)
        {
            await ReadContentAsync(reading, name, upload, ct);
            return reading.Summarise();
        }
        await using var kept = TemporaryFile();
        if (await CopyAsync(upload, kept, ct)) await ReadContentAsync(reading, name, kept, ct);
        else reading.Note(name, HistoryFileKind.Other, HistoryFileOutcome.Refused, Sentences.TooMuch(limits.UploadBytes));
        return reading.Summarise();
    }

    ExportReading Start(IPlaySink sink, CancellationToken ct) => new(limits, time.GetUtcNow() + clockError, sink, ct);

    async Task ReadFolderAsync(ExportReading reading, string folder, CancellationToken ct)
    {
        var paths = Directory.EnumerateFiles(folder, "*", everything).Take(limits.Entries + 1).Order(StringComparer.Ordinal).ToList();
        if (paths.Count > limits.Entries)
        {
            reading.Note(folder, HistoryFileKind.Other, HistoryFileOutcome.Refused, Sentences.TooManyFiles(limits.Entries));
            return;
        }
        foreach (var path in paths)
        {
            var name = Path.GetRelativePath(folder, path);
            if (ExportNames.IsLitter(name)) continue;
            if (Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".ZIP") await OpenAsync(reading, name, path, ct);
            else reading.Note(name, HistoryFileKind.Other, HistoryFileOutcome.Ignored, Sentences.Ignored(HistoryFileKind.Other));
        }
    }

    async Task OpenAsync(ExportReading reading, string name, string path, CancellationToken ct)
    {
        FileStream file;
        try
        {
            if (!InputFile.HoldsBytes(path))
            {
                reading.Note(name, HistoryFileKind.Other, HistoryFileOutcome.Refused, Sentences.NoFile);
                return;
            }
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 17, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            reading.Note(name, HistoryFileKind.Other, HistoryFileOutcome.Refused, Sentences.Unreadable(ExportNames.Shown(name)));
            return;
        }
        await using (file) await ReadContentAsync(reading, name, file, ct);
    }

    async Task ReadContentAsync(ExportReading reading, string name, Stream content, CancellationToken ct)
    {
        var head = new byte[2];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        content.Position -= length;
        if (head is [(byte)'P', (byte)'K']) await new ArchiveReading(reading, limits, ct).ReadAsync(name, content);
        else if (head is [0x1F, 0x8B]) reading.Note(name, HistoryFileKind.Archive, HistoryFileOutcome.Refused, Sentences.Gzip);
        else if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) reading.Note(name, HistoryFileKind.Archive, HistoryFileOutcome.Refused, Sentences.CutArchive);
        else await reading.ReadAsync(name, content);
    }

    async Task<bool> CopyAsync(Stream upload, FileStream kept, CancellationToken ct)
    {
        var buffer = new byte[1 << 17];
        for (int read; (read = await upload.ReadAsync(buffer, ct)) > 0;)
        {
            if (kept.Length + read > limits.UploadBytes) return false;
            await kept.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        kept.Position = 0;
        return true;
    }

    // Histories are private: only the owner of the process may open the file, and it vanishes when it is closed.
    static FileStream TemporaryFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 1 << 17,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"musicflow-{Guid.NewGuid():N}.upload"), options);
    }
}
