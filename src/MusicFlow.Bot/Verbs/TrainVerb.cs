using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>train</c>: learns a model from listening histories and writes its folder.</summary>
internal static class TrainVerb
{
    public static Command Create(IServiceProvider services)
    {
        var (history, catalog) = TrainingInputs.Options();
        var output = new Option<string?>("--out") { Description = "Folder of the new model; default: one of its own in the data directory." };
        output.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string?>())) result.AddError("--out takes the name of a folder.");
        });
        var draws = DrawsOption();
        var seed = SeedOption();
        var command = new Command("train", "Learn a model from listening histories: one history makes your own, several make one for any listener.") { history, catalog, output, draws, seed };
        command.SetAction(async (parsed, ct) =>
        {
            var registry = services.GetRequiredService<ModelRegistry>();
            ModelFolder.ThrowIfUnusable(parsed.GetValue(output) ?? Path.Combine(registry.OwnFolder, "own"));
            var inputs = await TrainingInputs.ReadAsync(services, parsed.GetValue(history)!, parsed.GetValue(catalog) ?? [], ct);
            var options = new TrainerOptions { Draws = parsed.GetValue(draws), Seed = parsed.GetValue(seed) };
            var run = new TrainingRun(inputs.Listeners, inputs.Catalogue, inputs.Files, options, services.GetRequiredService<TimeProvider>());
            var artifact = await Steps.RunAsync(services, "training", progress => run.Run(NameOf(parsed.GetValue(output)), progress, ct));
            var folder = parsed.GetValue(output) ?? Path.Combine(registry.OwnFolder, artifact.Metadata.Id);
            ModelFolder.Save(folder, artifact.Model, artifact.Metadata, artifact.Card);
            var terminal = services.GetRequiredService<Terminal>();
            terminal.Out.Write(Cards.ScoresTable.Of("track", artifact.Metadata.Scores["track"]));
            terminal.Say($"Wrote [bold]{artifact.Metadata.Id}[/] to {folder}. Let predictions come from it: musicflow models use {folder}");
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>How many candidates the random search draws.</summary>
    public static Option<int> DrawsOption()
    {
        var option = new Option<int>("--draws") { Description = "Candidates that the random search tries.", DefaultValueFactory = _ => new TrainerOptions().Draws };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000) result.AddError("--draws takes a whole number from 1 to 1000.");
        });
        return option;
    }

    /// <summary>The seed of the run.</summary>
    public static Option<int> SeedOption() => new("--seed") { Description = "Same data and seed: the same model.", DefaultValueFactory = _ => 42 };

    private static string NameOf(string? folder) => folder is null ? "own" : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
}
