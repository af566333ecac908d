using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Catalogs;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Catalogs.TidyTuesday;
using MusicFlow.Core.Tracks;
using MusicFlow.Storage;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>catalog import | stats | download</c>: the tracks that the program knows without asking anybody.</summary>
internal static class CatalogVerb
{
    private const string DownloadedName = "tidytuesday.csv";

    public static Command Create(IServiceProvider services) =>
        new("catalog", "The tracks that the program knows without asking anybody.") { Import(services), Stats(services), Download(services) };

    private static Command Import(IServiceProvider services)
    {
        var file = new Argument<string>("file") { Description = "A CSV file of tracks, plain or gzipped; columns are known by their names." };
        var command = new Command("import", "Add the tracks of a CSV file.") { file };
        command.SetAction(async (parsed, ct) =>
        {
            await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            await ImportAsync(services, parsed.GetValue(file)!, ct);
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Stats(IServiceProvider services)
    {
        var command = new Command("stats", "How many tracks there are, and from where.");
        command.SetAction(async (_, ct) =>
        {
            var catalog = await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            services.GetRequiredService<Terminal>().Out.Write(StatsTable(await catalog.GetStatsAsync(ct)));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Download(IServiceProvider services)
    {
        var command = new Command("download", "Fetch TidyTuesday's Spotify songs (about 8 MB) and add them.");
        command.SetAction(async (_, ct) =>
        {
            await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            var folder = DataDirectory.Of(services.GetRequiredService<IConfiguration>());
            Directory.CreateDirectory(folder);
            var file = await services.GetRequiredService<Terminal>().Error.Progress().StartAsync(context =>
            {
                var task = context.AddTask("downloading");
                return services.GetRequiredService<TidyTuesdayClient>().DownloadAsync(Path.Combine(folder, DownloadedName), new DownloadBar(task), ct);
            });
            services.GetRequiredService<Terminal>().Say($"Fetched {file.Bytes} bytes, SHA-256 {file.Sha256}.");
            await ImportAsync(services, file.Path, ct);
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task ImportAsync(IServiceProvider services, string file, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new UsageException($"There is no file \"{file}\".");
        var terminal = services.GetRequiredService<Terminal>();
        CatalogImport? reached = null;
        var counts = await terminal.Error.Progress().StartAsync(async context =>
        {
            var bar = new Bar(context.AddTask(Markup.Escape(Path.GetFileName(file))), so => reached = so);
            try { return await services.GetRequiredService<CatalogImporter>().ImportAsync(file, bar, ct); }
            catch (Exception ex) when (reached is not null && Failure.Of(ex) is { } failure) { throw Interrupted(ex, failure, reached); }
        });
        terminal.Tell($"{counts.Rows} rows: {counts.Taken} taken, {counts.Merged} merged, {counts.Refused} refused.");
        foreach (var (reason, number) in counts.RefusedRows) terminal.Tell($"  refused: {number} × {reason}");
        foreach (var (field, number) in counts.RefusedValues) terminal.Tell($"  left unknown: {number} × {field}");
    }

    /// <summary>An import that broke off keeps what it had stored, which the person has to know.</summary>
    private static CatalogFileException Interrupted(Exception cause, Failure failure, CatalogImport reached) => new(
        $"{(cause is OperationCanceledException ? "Stopped." : failure.Sentence)} The {reached.Taken + reached.Merged} tracks before that are in the catalogue; importing the file again does no harm.", cause);

    private static Table StatsTable(CatalogStats stats)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("").AddColumn(new TableColumn("tracks").RightAligned());
        table.AddRow("all", Number(stats.Tracks)).AddRow("with audio features", Number(stats.WithFeatures)).AddRow("with popularity", Number(stats.WithPopularity));
        foreach (var source in stats.BySource) table.AddRow($"[grey]from {Markup.Escape(source.Source)}[/]", Number(source.Tracks));
        table.Caption($"{Number(stats.Artists)} artists");
        return table;
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private sealed class DownloadBar(ProgressTask task) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => (task.MaxValue, task.Value) = (value.Total ?? Math.Max(1, value.Received), value.Received);
    }

    private sealed class Bar(ProgressTask task, Action<CatalogImport> reached) : IProgress<CatalogImport>
    {
        public void Report(CatalogImport value)
        {
            (task.MaxValue, task.Value) = (Math.Max(1, value.Bytes), value.BytesRead);
            reached(value);
        }
    }
}
