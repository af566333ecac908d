using Microsoft.Extensions.Hosting;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Catalogs.Starter;

/// <summary>Fills an empty catalogue with the songs that come with the program, so that the first question has an answer.</summary>
/// <remarks>The file <c>models/starter-tracks.csv</c> lies beside the program; models/README.md says where its figures come from.</remarks>
public sealed class StarterCatalogue(ITrackCatalog catalog, CatalogImporter importer)
{
    /// <summary>The day as of which the popularities were read; noted as the time of every starter fact.</summary>
    static readonly DateTimeOffset AsOf = new(2020, 1, 21, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file that comes with the program.</summary>
    public static string FilePath { get; } = Path.Combine(AppContext.BaseDirectory, "models", "starter-tracks.csv");

    /// <summary>Loads the songs, unless the catalogue holds any track. The database must be migrated.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>Number of songs loaded; 0 when the catalogue was not empty.</returns>
    /// <exception cref="FileNotFoundException">The program was installed without its models folder.</exception>
    public async Task<long> LoadIfEmptyAsync(CancellationToken ct)
    {
        await foreach (var _ in catalog.StreamAsync(ct))
            return 0;
        await using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
        return (await importer.ImportAsync(file, FactSource.Starter, AsOf, null, ct)).Taken;
    }
}

/// <summary>Loads the starter songs when the host starts; registered behind the storage, whose migrations run first.</summary>
internal sealed class StarterStart(StarterCatalogue starter) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => starter.LoadIfEmptyAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
