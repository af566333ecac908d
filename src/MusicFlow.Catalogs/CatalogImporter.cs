using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs;

/// <summary>Brings files of tracks into the catalogue. Thread-safe.</summary>
public sealed class CatalogImporter(ITrackCatalog catalog, TimeProvider time)
{
    /// <summary>Tracks per transaction: large enough that the search index is written in long runs, small enough that others may write in between.</summary>
    const int BatchSize = 10_000;

    /// <summary>Imports one CSV file; what was stored before a failure or a cancellation stays, and importing again is harmless.</summary>
    /// <param name="path">The file, plain or gzipped; its columns are described at <see cref="CsvTrackReader"/>.</param>
    /// <param name="progress">Told after every batch, or <see langword="null"/>.</param>
    /// <param name="ct">Cancels between two batches.</param>
    /// <exception cref="CatalogFileException">The file as a whole cannot be read; the message says why.</exception>
    /// <exception cref="IOException">The file does not exist or cannot be opened.</exception>
    public async Task<CatalogImport> ImportAsync(string path, IProgress<CatalogImport>? progress, CancellationToken ct)
    {
        if (File.Exists(path) && !InputFile.HoldsBytes(path)) throw new CatalogFileException($"{path} is empty, or no file but a pipe or a device; name a CSV file.");
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        return await ImportAsync(file, path, time.GetUtcNow(), progress, ct);
    }

    /// <summary>Imports from an open file, noting a given time as that of its facts.</summary>
    internal async Task<CatalogImport> ImportAsync(Stream file, string path, DateTimeOffset at, IProgress<CatalogImport>? progress, CancellationToken ct)
    {
        var state = new CatalogImport { Bytes = file.Length };
        var batch = new List<TrackFacts>(BatchSize);
        await foreach (var row in CsvTrackReader.ReadAsync(file, path, at, ct))
        {
            state.Add(row);
            if (row is CsvTrackRow.Taken(var track, _))
                batch.Add(track);
            if (batch.Count == BatchSize)
                await FlushAsync();
        }
        await FlushAsync();
        return state;

        async Task FlushAsync()
        {
            if (batch.Count > 0)
                state.Add(await catalog.ImportAsync(batch, ct));
            batch.Clear();
            state.BytesRead = file.Position;
            progress?.Report(state);
        }
    }
}
