using MusicFlow.Catalogs.Starter;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Catalogs.Tests.Starter;

public sealed class StarterCatalogueTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_catalogue_gets_the_starter_songs_once()
    {
        var catalog = new MemoryCatalog();
        var starter = new StarterCatalogue(catalog, new CatalogImporter(catalog, TimeProvider.System));

        var first = await starter.LoadIfEmptyAsync(Ct);
        var second = await starter.LoadIfEmptyAsync(Ct);

        Assert.InRange(first, 350, 360);
        Assert.Equal(0, second);
        var known = await catalog.GetAsync(TrackKey.Of("The Less I Know the Better", "Tame Impala"), Ct);
        Assert.Equal((FactSource.Starter, 2020), (known?.Popularity?.Source.Name, known?.Popularity?.Source.At.Year));
    }

    [Fact]
    public async Task A_catalogue_with_any_track_is_left_alone()
    {
        var catalog = new MemoryCatalog();
        await catalog.ImportAsync([Some.Track()], Ct);

        Assert.Equal(0, await new StarterCatalogue(catalog, new CatalogImporter(catalog, TimeProvider.System)).LoadIfEmptyAsync(Ct));
    }
}
