using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Predictions;
using MusicFlow.Learning.Xgboost;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>models list | show | use | compare</c>: the models on this machine.</summary>
internal static class ModelsVerb
{
    public static Command Create(IServiceProvider services)
    {
        var terminal = services.GetRequiredService<Terminal>();
        var registry = services.GetRequiredService<ModelRegistry>();
        return new Command("models", "The models on this machine.") { List(registry, terminal), Show(registry, terminal), Use(registry, terminal), Compare(registry, terminal) };
    }

    private static Command List(ModelRegistry registry, Terminal terminal)
    {
        var command = new Command("list", "Which models there are, and which one is in use.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("", "name", "id", "serves", "trained", "rows", "deviance (track split)");
            foreach (var model in registry.List())
                table.AddRow(Row(model));
            terminal.Out.Write(table);
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Show(ModelRegistry registry, Terminal terminal)
    {
        var name = new Argument<string?>("model") { Description = "Name, id or folder; default: the one in use.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("show", "A model's card.") { name };
        command.SetAction(parsed =>
        {
            var folder = registry.FolderOf(parsed.GetValue(name) ?? registry.Current);
            ModelFolder.LoadMetadata(folder);
            var card = Path.Combine(folder, ModelFolder.CardFile);
            if (!File.Exists(card)) throw new ModelFormatException($"There is no {ModelFolder.CardFile} in {folder}; restore it, or train the model again.");
            terminal.Out.WriteLine(File.ReadAllText(card));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Use(ModelRegistry registry, Terminal terminal)
    {
        var name = new Argument<string>("model") { Description = "Name, id or folder; \"default\" goes back to the one that comes with the program." };
        var command = new Command("use", "Let predictions come from this model.") { name };
        command.SetAction(parsed =>
        {
            var metadata = registry.Use(parsed.GetValue(name)!);
            terminal.Say($"Predictions now come from [bold]{metadata.Id}[/].");
            if (metadata.Kind == ModelKind.OneListener) terminal.Say($"It knows one listener: give \"musicflow predict\" that history with --history.");
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Compare(ModelRegistry registry, Terminal terminal)
    {
        var names = new Argument<string[]>("models") { Description = "Two or more names, ids or folders.", Arity = new ArgumentArity(2, 10) };
        var command = new Command("compare", "Scores of models side by side, as each was evaluated in its own training run.") { names };
        command.SetAction(parsed =>
        {
            var models = parsed.GetValue(names)!.Select(name => ModelFolder.LoadMetadata(registry.FolderOf(name))).ToList();
            terminal.Out.Write(ScoresTable.SideBySide(models));
            if (models.Select(model => string.Join(' ', model.Data.Files.Select(file => file.Sha256).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Count() > 1)
                terminal.Error.MarkupLine("[yellow]They were trained on different data: their scores are not of the same rows.[/]");
            return CommandLine.Done;
        });
        return command;
    }

    private static string[] Row(RegisteredModel model) => model.Metadata is { } metadata
        ?
        [
            model.InUse ? "●" : "", Markup.Escape(model.Name), Markup.Escape(metadata.Id), metadata.Kind == ModelKind.AnyListener ? "any listener" : "one listener",
            metadata.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), metadata.Data.Rows.ToString(CultureInfo.InvariantCulture),
            metadata.Scores.TryGetValue("track", out var scores) && scores.TryGetValue("model", out var score) ? score.PoissonDeviance.ToString("0.000", CultureInfo.InvariantCulture) : "",
        ]
        : [model.InUse ? "●" : "", Markup.Escape(model.Name), $"[red]{Markup.Escape(model.Problem ?? "")}[/]", "", "", "", ""];
}
