using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;
using MusicFlow.Testing;

namespace MusicFlow.Bot.Tests.Training;

/// <summary>The shared listeners and catalogue, where they lie beside the project.</summary>
internal static class RealListening
{
    private static readonly Lazy<Task<IReadOnlyList<CatalogueTrack>?>> Tracks = new(ReadCatalogueAsync);

    /// <returns><see langword="null"/> where the shared data is absent.</returns>
    public static async Task<(Listener Listener, IReadOnlyList<CatalogueTrack> Catalogue)?> ReadAsync(int number)
    {
        if (SharedFiles.Find($"histories/listener{number}.zip") is not { } file || await Tracks.Value is not { } catalogue) return null;
        var builder = new ListeningHistoryBuilder();
        await new HistoryReader(TimeProvider.System, HistoryLimits.Default).ReadAsync(file, builder, CancellationToken.None);
        var albums = catalogue.ToDictionary(track => track.Key, track => track.Facts.Album?.Value);
        return (Listener.Of($"listener{number}", builder.Build(), key => albums.GetValueOrDefault(key)), catalogue);
    }

    private static async Task<IReadOnlyList<CatalogueTrack>?> ReadCatalogueAsync()
    {
        if (SharedFiles.Find("catalogue/catalogue_full.csv.gz") is not { } path) return null;
        await using var file = File.OpenRead(path);
        var tracks = new Dictionary<TrackKey, TrackFacts>();
        await foreach (var row in CsvTrackReader.ReadAsync(file, path, DateTimeOffset.UnixEpoch, CancellationToken.None))
            if (row is CsvTrackRow.Taken(var track, _) && TrackKey.Of(track) is { } key) tracks.TryAdd(key, track);
        return [.. tracks.Select(track => new CatalogueTrack(track.Key, track.Value))];
    }
}
