using MusicFlow.Catalogs.Starter;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage;

namespace MusicFlow.Bot;

/// <summary>The catalogue, ready for a verb: the database is migrated and, at the very first start, holds the starter songs.</summary>
internal sealed class OpenedCatalogue(Migrator migrator, StarterCatalogue starter, ITrackCatalog catalog)
{
    public async Task<ITrackCatalog> OpenAsync(CancellationToken ct)
    {
        await migrator.MigrateAsync(ct);
        await starter.LoadIfEmptyAsync(ct);
        return catalog;
    }
}
