using MusicFlow.Core.Histories.Archives;

namespace MusicFlow.Core.Histories.Exports;

/// <summary>Reads the JSON files inside a ZIP, in the order of their names. Names are only compared and shown, never opened.</summary>
/// <param name="reading">Takes each file.</param>
/// <param name="limits">How much the archive may ask of us.</param>
/// <param name="ct">Stops the reading.</param>
internal sealed class ArchiveReading(ExportReading reading, HistoryLimits limits, CancellationToken ct)
{
    const long RatioFrom = 1 << 20;     // a short file of repetitions may well pack 1 : 300

    /// <summary>Reads an archive.</summary>
    /// <param name="name">The archive's name, for the summary.</param>
    /// <param name="archive">A seekable stream.</param>
    public async Task ReadAsync(string name, Stream archive)
    {
        if (await EntriesAsync(name, archive) is not { } entries) return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            if (ExportNames.IsLitter(entry.Name)) continue;
            if (!seen.Add(entry.Name)) reading.Note(entry.Name, ExportNames.Promise(entry.Name), HistoryFileOutcome.Refused, Sentences.DuplicateEntry);
            else await ReadEntryAsync(archive, entry);
        }
    }

    async Task<IReadOnlyList<ZipEntry>?> EntriesAsync(string name, Stream archive)
    {
        var problem = Sentences.CutArchive;
        try
        {
            return await ZipDirectory.ReadAsync(archive, limits.Entries, ct);
        }
        catch (ZipTooLargeException)
        {
            problem = Sentences.TooManyFiles(limits.Entries);
        }
        catch (ZipOverlapException)
        {
            problem = Sentences.OverlappingEntries;
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException)
        {
            // The sentence for a cut archive stands.
        }
        reading.Note(name, HistoryFileKind.Archive, HistoryFileOutcome.Refused, problem);
        return null;
    }

    async Task ReadEntryAsync(Stream archive, ZipEntry entry)
    {
        if (!entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            var isArchive = entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
            reading.Note(entry.Name, isArchive ? HistoryFileKind.Archive : HistoryFileKind.Other, HistoryFileOutcome.Ignored,
                isArchive ? Sentences.NestedArchive : Sentences.Ignored(HistoryFileKind.Other));
        }
        else if (Obstacle(entry) is { } problem)
        {
            reading.Note(entry.Name, ExportNames.Promise(entry.Name), HistoryFileOutcome.Refused, problem);
        }
        else
        {
            await UnpackAsync(archive, entry);
        }
    }

    static string? Obstacle(ZipEntry entry) =>
        entry.Encrypted ? Sentences.Encrypted
        : entry.Method is not (0 or 8) ? Sentences.UnknownMethod(entry.Method)
        : null;

    async Task UnpackAsync(Stream archive, ZipEntry entry)
    {
        try
        {
            await using var content = await ZipEntryStream.OpenAsync(archive, entry, ct);
            var most = Math.Max(RatioFrom, entry.PackedSize * limits.CompressionRatio);
            await reading.ReadAsync(entry.Name, content, (most, Sentences.Bomb(limits.CompressionRatio)));
        }
        catch (Exception damage) when (damage is EndOfStreamException or InvalidDataException)
        {
            reading.Note(entry.Name, ExportNames.Promise(entry.Name), HistoryFileOutcome.Refused, Sentences.DamagedEntry);
        }
    }
}
