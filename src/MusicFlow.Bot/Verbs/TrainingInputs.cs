using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary>Histories and a catalogue, read and joined: what <c>train</c> and <c>evaluate</c> begin with.</summary>
/// <param name="Listeners">One per history.</param>
/// <param name="Catalogue">One entry per track.</param>
/// <param name="Files">What was read.</param>
internal sealed record TrainingInputs(IReadOnlyList<Listener> Listeners, IReadOnlyList<CatalogueTrack> Catalogue, IReadOnlyList<DataFile> Files)
{
    /// <summary>The options that name them.</summary>
    public static (Option<string[]> History, Option<string[]> Catalog) Options() =>
    (
        new("--history") { Description = "A Spotify export: file, folder or ZIP. Several are several listeners.", Required = true, AllowMultipleArgumentsPerToken = true },
        new("--catalog") { Description = "Catalogue files (.csv, .csv.gz); default: the tracks of the database.", AllowMultipleArgumentsPerToken = true }
    );

    /// <summary>Reads everything, telling on stderr what was found.</summary>
    public static async Task<TrainingInputs> ReadAsync(IServiceProvider services, string[] histories, string[] catalogs, CancellationToken ct)
    {
        foreach (var path in histories.Concat(catalogs))
            if (!Path.Exists(path)) throw new UsageException($"There is no file or folder \"{path}\".");
        foreach (var path in histories.Concat(catalogs))
            if (!Directory.Exists(path) && !InputFile.HoldsBytes(path)) throw new UsageException($"\"{path}\" is empty, or no file but a pipe or a device.");
        var terminal = services.GetRequiredService<Terminal>();
        var catalogue = await ReadCatalogueAsync(services, catalogs, ct);
        if (catalogue.Count == 0) throw new TrainingException("The catalogue is empty; import one with \"musicflow catalog import FILE.csv\" or name one with --catalog.");
        terminal.Say($"Catalogue: {catalogue.Count} tracks.");
        var albums = catalogue.ToDictionary(track => track.Key, track => track.Facts.Album?.Value);
        var listeners = new List<Listener>();
        foreach (var path in histories)
        {
            var history = await HistoryArgument.ReadAsync(services, path, ct);
            var listener = Listener.Of(HistoryArgument.NameOf(path), history, key => albums.GetValueOrDefault(key));
            terminal.Say($"{listener.Name}: {history.Count} plays, {history.Streams} streams, {(int)(listener.Last - listener.First).TotalDays} days{(listener.Last - listener.First < Core.Features.Targets.ShortSpan ? " (short: counts say little about a year)" : "")}.");
            listeners.Add(listener);
        }
        return new TrainingInputs(listeners, catalogue, [.. histories.Concat(catalogs).Select(FileHash.Of)]);
    }

    private static async Task<IReadOnlyList<CatalogueTrack>> ReadCatalogueAsync(IServiceProvider services, string[] files, CancellationToken ct)
    {
        var tracks = new Dictionary<TrackKey, TrackFacts>();
        var order = new List<TrackKey>();
        await foreach (var track in Tracks(services, files, ct))
        {
            if (TrackKey.Of(track) is not { } key) continue;
            if (tracks.TryGetValue(key, out var known)) tracks[key] = known.FillFrom(track);
            else
            {
                tracks[key] = track;
                order.Add(key);
            }
        }
        return [.. order.Select(key => new CatalogueTrack(key, tracks[key]))];
    }

    private static async IAsyncEnumerable<TrackFacts> Tracks(IServiceProvider services, string[] files, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        if (files.Length == 0)
        {
            var catalog = await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            var policy = services.GetRequiredService<FactPolicy>();
            await foreach (var track in catalog.StreamAsync(ct))
                if (policy.ForTraining(track) is { } allowed) yield return allowed;
        }
        foreach (var file in files)
        {
            await using var stream = File.OpenRead(file);
            await foreach (var row in CsvTrackReader.ReadAsync(stream, file, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct))
                if (row is CsvTrackRow.Taken(var track, _)) yield return track;
        }
    }
}
