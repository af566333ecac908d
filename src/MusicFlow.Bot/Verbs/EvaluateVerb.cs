using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>evaluate</c>: how good is a model on what it has not seen, beside the baselines?</summary>
internal static class EvaluateVerb
{
    public static Command Create(IServiceProvider services)
    {
        var (history, catalog) = TrainingInputs.Options();
        var model = new Option<string?>("--model") { Description = "Id or folder of a finished model; default: train on the training part by the rules of \"train\"." };
        var split = new Option<SplitKind?>("--split") { Description = "track, time or artist; default: all three." };
        var zeros = new Option<ZeroDraw>("--zeros") { Description = "Which tracks stand for never played: uniform (the rule), matched or sameArtists (harder)." };
        var draws = TrainVerb.DrawsOption();
        var seed = TrainVerb.SeedOption();
        var json = new Option<bool>("--json") { Description = "One JSON document instead of tables." };
        var command = new Command("evaluate", "How good is a model on songs that it has not seen?") { history, catalog, model, split, zeros, draws, seed, json };
        command.SetAction(async (parsed, ct) =>
        {
            var inputs = await TrainingInputs.ReadAsync(services, parsed.GetValue(history)!, parsed.GetValue(catalog) ?? [], ct);
            SplitKind[] kinds = parsed.GetValue(split) is { } one ? [one] : [SplitKind.Track, SplitKind.Time, SplitKind.Artist];
            var options = new TrainerOptions { Draws = parsed.GetValue(draws), Seed = parsed.GetValue(seed) };
            var loaded = parsed.GetValue(model) is { } name ? services.GetRequiredService<ModelRegistry>().Load(name) : null;
            var tables = new TrainingTables(inputs.Listeners, inputs.Catalogue);
            var scores = new Dictionary<string, IReadOnlyDictionary<string, Scores>>(StringComparer.Ordinal);
            foreach (var kind in kinds)
                scores[NameOf(kind)] = await Steps.RunAsync(services, $"{NameOf(kind)} split", progress => Score(tables, kind, parsed.GetValue(zeros), options, loaded, progress, ct));
            Write(services, scores, parsed.GetValue(json));
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>A split's name in JSON, tables and metadata.</summary>
    public static string NameOf(SplitKind kind) => kind.ToString().ToLowerInvariant();

    private static IReadOnlyDictionary<string, Scores> Score(
        TrainingTables tables, SplitKind kind, ZeroDraw zeros, TrainerOptions options, LoadedModel? loaded, IProgress<TrainingProgress> progress, CancellationToken ct)
    {
        var table = tables.HoldOut(kind, zeros, options, ct);
        return loaded is null ? Evaluation.Run(table, Baselines.All, options, progress, ct).Scores : Evaluation.Run(table, loaded, options, progress, ct);
    }

    private static void Write(IServiceProvider services, Dictionary<string, IReadOnlyDictionary<string, Scores>> scores, bool json)
    {
        if (json)
        {
            Terminal.WriteJson(ScoresJson.Of(scores));
            return;
        }
        foreach (var (split, table) in scores) services.GetRequiredService<Terminal>().Out.Write(ScoresTable.Of(split, table));
    }
}
