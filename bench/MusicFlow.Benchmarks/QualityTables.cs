using System.Globalization;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;

namespace MusicFlow.Benchmarks;

/// <summary>Writes personal training tables of real listeners, this program's answers and its seed recipe's, for other learners to be judged on the same rows.</summary>
/// <remarks>Arguments: folder of the real data, folder to write to, draws, seeds (comma), splits (comma). One file per listener, split and seed.</remarks>
internal static class QualityTables
{
    public static int Run(string[] arguments) => RunAsync(arguments).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(string[] arguments)
    {
        var (data, output, draws) = (arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture));
        var seeds = arguments[3].Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture)).ToList();
        var kinds = arguments[4].Split(',').Select(kind => Enum.Parse<SplitKind>(kind, ignoreCase: true)).ToList();
        Directory.CreateDirectory(output);
        var catalogue = await CatalogueAsync(Path.Combine(data, "catalogue", "catalogue_full.csv.gz"));
        var albums = catalogue.ToDictionary(track => track.Key, track => track.Facts.Album?.Value);
        foreach (var zip in Directory.EnumerateFiles(Path.Combine(data, "histories"), "listener*.zip").Order(StringComparer.Ordinal))
        {
            var builder = new ListeningHistoryBuilder();
            await new HistoryReader(TimeProvider.System, HistoryLimits.Default).ReadAsync(zip, builder, CancellationToken.None);
            var name = Path.GetFileNameWithoutExtension(zip);
            var tables = new TrainingTables([Listener.Of(name, builder.Build(), key => albums.GetValueOrDefault(key))], catalogue);
            foreach (var kind in kinds)
                foreach (var seed in seeds)
                    Write(Path.Combine(output, $"{name}-{kind.ToString().ToLowerInvariant()}-{seed}"), tables, kind, new TrainerOptions { Draws = draws, Seed = seed });
        }
        return 0;
    }

    private static async Task<IReadOnlyList<CatalogueTrack>> CatalogueAsync(string path)
    {
        var tracks = new Dictionary<TrackKey, TrackFacts>();
        await using var file = File.OpenRead(path);
        await foreach (var row in CsvTrackReader.ReadAsync(file, path, DateTimeOffset.UnixEpoch, CancellationToken.None))
            if (row is CsvTrackRow.Taken(var track, _) && TrackKey.Of(track) is { } key) tracks[key] = tracks.TryGetValue(key, out var known) ? known.FillFrom(track) : track;
        return [.. tracks.Select(track => new CatalogueTrack(track.Key, track.Value))];
    }

    private static void Write(string stem, TrainingTables tables, SplitKind kind, TrainerOptions options)
    {
        var table = tables.HoldOut(kind, ZeroDraw.Uniform, options, CancellationToken.None);
        var seedRecipe = Baselines.All(table.Features, options.Seed).Single(baseline => baseline.Name == "seed_recipe");
        var trained = new Trainer(options).Train(table, null, CancellationToken.None);
        var answers = Evaluation.AnswersOf(trained.Model, trained.Calibration, table.Test, table.Features);
        RawFloats.Write(stem + ".train", table.Train.Samples.Features.Values);
        RawFloats.Write(stem + ".train-streams", table.Train.Samples.Targets);
        RawFloats.Write(stem + ".folds", Array.ConvertAll(table.Folds, fold => (float)fold));
        RawFloats.Write(stem + ".test", table.Test.Samples.Features.Values);
        RawFloats.Write(stem + ".test-streams", table.Test.Samples.Targets);
        RawFloats.Write(stem + ".ours", [.. answers.Said.Select(answer => (float)answer.Streams)]);
        RawFloats.Write(stem + ".chance", [.. answers.Said.Select(answer => (float)answer.ChanceScore)]);
        RawFloats.Write(stem + ".low", [.. answers.Ranges.Select(range => (float)range.Low)]);
        RawFloats.Write(stem + ".high", [.. answers.Ranges.Select(range => (float)range.High)]);
        RawFloats.Write(stem + ".seed", Array.ConvertAll(seedRecipe.Choose(table.Train, CancellationToken.None)(table.Train, table.Test, CancellationToken.None), value => (float)value));
    }
}
