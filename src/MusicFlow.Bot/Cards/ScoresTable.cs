using System.Globalization;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Training;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MusicFlow.Bot.Cards;

/// <summary>Scores as a table in the terminal.</summary>
internal static class ScoresTable
{
    private static readonly (string Name, Func<Scores, double> Of)[] Metrics =
    [
        ("R²", s => s.R2), ("MAE", s => s.Mae), ("RMSE", s => s.Rmse), ("deviance", s => s.PoissonDeviance), ("Spearman", s => s.Spearman),
        ("AUC", s => s.Auc), ("NDCG@20", s => s.Ndcg20), ("coverage", s => s.Coverage80), ("width", s => s.Width80),
    ];

    /// <summary>One split: the model and its baselines, a line each.</summary>
    public static IRenderable Of(string split, IReadOnlyDictionary<string, Scores> scores)
    {
        var table = new Table().Border(TableBorder.Rounded).Title($"{split} split").AddColumn("");
        foreach (var (name, _) in Metrics) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var (name, score) in scores) table.AddRow([Markup.Escape(name), .. Metrics.Select(metric => Number(metric.Of(score)))]);
        return table;
    }

    /// <summary>Several models, a column each, over the splits that all of them have.</summary>
    public static IRenderable SideBySide(IReadOnlyList<ModelMetadata> models)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("split", "metric");
        foreach (var model in models) table.AddColumn(new TableColumn(Markup.Escape(model.Id)).RightAligned());
        foreach (var split in models[0].Scores.Keys.Where(split => models.All(model => model.Scores.ContainsKey(split) && model.Scores[split].ContainsKey(Evaluation.ModelName))))
            foreach (var (name, of) in Metrics)
                table.AddRow([Markup.Escape(split), name, .. models.Select(model => Number(of(model.Scores[split][Evaluation.ModelName])))]);
        return table;
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
