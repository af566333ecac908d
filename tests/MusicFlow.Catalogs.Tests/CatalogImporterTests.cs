using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Tracks;
using MusicFlow.Testing;

namespace MusicFlow.Catalogs.Tests;

public sealed class CatalogImporterTests : IDisposable
{
    readonly string path = Path.Combine(Directory.CreateTempSubdirectory("musicflow-test-").FullName, "my-songs.csv");
    readonly MemoryCatalog catalog = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    CatalogImporter Importer => new(catalog, TimeProvider.System);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public async Task Rows_are_counted_by_what_became_of_them()
    {
        await File.WriteAllTextAsync(path, "title,artist,popularity\nA,B,1\nA - Remastered,B,1\nC,D,200\n,E,1\nF\nG,H,300\n", Ct);

        var import = await Importer.ImportAsync(path, null, Ct);

        Assert.Equal((6, 3, 1, 2), (import.Rows, import.Taken, import.Merged, import.Refused));
        Assert.Equal(new Dictionary<string, long> { ["no title"] = 1, ["another number of fields than the header"] = 1 }, import.RefusedRows);
        Assert.Equal(new Dictionary<string, long> { ["Popularity"] = 2 }, import.RefusedValues);
        Assert.Equal("my-songs", (await catalog.GetAsync(TrackKey.Of("A", "B"), Ct))?.Popularity?.Source.Name);
    }

    [Fact]
    public async Task Large_files_go_in_batches_and_tell_how_far_they_are()
    {
        await File.WriteAllTextAsync(path, "title,artist\n" + string.Concat(Enumerable.Range(0, 22_500).Select(i => $"Song {i},B\n")), Ct);
        var seen = new List<long>();

        var import = await Importer.ImportAsync(path, new Seen(seen), Ct);

        Assert.Equal([10_000, 10_000, 2_500], catalog.Batches);
        Assert.Equal([10_000, 20_000, 22_500], seen);
        Assert.Equal((import.Bytes, new FileInfo(path).Length), (import.BytesRead, import.Bytes));
    }

    [Fact]
    public async Task A_missing_file_is_an_input_error() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => Importer.ImportAsync(path, null, Ct));

    [Fact]
    public async Task What_was_stored_before_a_damaged_place_stays()
    {
        await using (var file = File.Create(path))
        {
            await file.WriteAsync("title,artist\n"u8.ToArray(), Ct);
            for (var i = 0; i < 20_000; i++)
                await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"Song number {i},B\n"), Ct);
            await file.WriteAsync(new byte[] { 0xFF, 0xFE, 0xFF }, Ct);
        }

        await Assert.ThrowsAsync<CatalogFileException>(() => Importer.ImportAsync(path, null, Ct));

        Assert.InRange((await catalog.GetStatsAsync(Ct)).Tracks, 10_000, 20_000);
    }

    sealed class Seen(List<long> rows) : IProgress<CatalogImport>
    {
        public void Report(CatalogImport value) => rows.Add(value.Rows);
    }
}
