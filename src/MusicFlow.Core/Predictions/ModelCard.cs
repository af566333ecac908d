using System.Globalization;
using System.Text;
using MusicFlow.Core.Training;

namespace MusicFlow.Core.Predictions;

/// <summary>Writes a model's card from its metadata: what it is for, what it was trained on, how it scored, where it fails.</summary>
/// <remarks>Headings after Mitchell et al. 2019, "Model Cards for Model Reporting". Every figure comes from the metadata.</remarks>
internal static class ModelCard
{
    public static string Write(ModelMetadata model)
    {
        var card = new StringBuilder();
        card.Append(Invariant($"# Model card: {model.Id}\n\n"));
        Details(card, model);
        Data(card, model);
        foreach (var (split, scores) in model.Scores) Table(card, split, scores);
        Limits(card, model);
        return card.ToString();
    }

    private static void Details(StringBuilder card, ModelMetadata model)
    {
        var whose = model.Kind == ModelKind.AnyListener
            ? "a listener that it does not know: it uses features of the track alone"
            : "the one listener whose history it was trained on";
        card.Append(Invariant($"""
            **What it answers.** How often a listener will stream a song (30 s or more) within 365 days, clipped to 0–30, with an 80 % range and
            the probability of at least one stream. It speaks of *a song that comes your way*, as likely to be played as not: one song never
            played was drawn for each song played.

            **Whom it serves.** {whose[..1].ToUpperInvariant()}{whose[1..]}.

            | | |
            |---|---|
            | trained | {model.Created:yyyy-MM-dd} by musicflow {model.Version}, seed {model.Seed} |
            | winner | {model.Objective} |
            | chosen from | {model.Candidates.Count} candidates by cross-validated Poisson deviance: best {model.Candidates[0].PoissonDeviance:0.000} ({model.Candidates[0].Name}), forest {Best(model, "random forest")}, perceptron {Best(model, "multilayer perceptron")} |
            | settings | {string.Join(", ", model.Parameters.Select(setting => $"{setting.Key} {setting.Value}"))} |
            | features | {model.Features.Count}, of which withheld: {(model.Withheld.Count == 0 ? "none" : string.Join(", ", model.Withheld))} |
            | model file | SHA-256 {model.ModelSha256} |


            """));
    }

    private static string Best(ModelMetadata model, string kind) =>
        model.Candidates.FirstOrDefault(candidate => candidate.Name.StartsWith(kind, StringComparison.Ordinal))?.PoissonDeviance.ToString("0.000", CultureInfo.InvariantCulture) ?? "none";

    private static void Data(StringBuilder card, ModelMetadata model)
    {
        card.Append(Invariant($"## Training data\n\n{model.Data.Rows} rows, {model.Data.StreamedRows} of them streamed, from {model.Data.CatalogueTracks} catalogue tracks. What the missing flags alone tell after withholding: AUC {model.Data.MissingFlagsAuc:0.000} (0.5 = nothing).\n\n"));
        card.Append("| listener | days | streams | tracks in the last year | of these in the catalogue |\n|---|--:|--:|--:|--:|\n");
        foreach (var listener in model.Data.Listeners)
            card.Append(Invariant($"| {listener.Name} | {listener.Days} | {listener.Streams} | {listener.Tracks} | {listener.Joined} |\n"));
        card.Append("\n| file | SHA-256 |\n|---|---|\n");
        foreach (var file in model.Data.Files) card.Append(Invariant($"| {file.Name} | {file.Sha256} |\n"));
        card.Append('\n');
    }

    private static void Table(StringBuilder card, string split, IReadOnlyDictionary<string, Scores> scores)
    {
        card.Append(Invariant($"## Scores: {Words(split)}\n\n| | R² | MAE | RMSE | Poisson deviance | Spearman | AUC (> 0) | NDCG@20 | coverage of the 80 % range | mean width |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"));
        foreach (var (name, s) in scores)
            card.Append(Invariant($"| {name} | {s.R2:0.000} | {s.Mae:0.000} | {s.Rmse:0.000} | {s.PoissonDeviance:0.000} | {s.Spearman:0.000} | {s.Auc:0.000} | {s.Ndcg20:0.000} | {s.Coverage80:0.000} | {s.Width80:0.00} |\n"));
        card.Append('\n');
    }

    private static void Limits(StringBuilder card, ModelMetadata model)
    {
        card.Append(Invariant($"""
            ## Limits

            * {(model.Kind == ModelKind.AnyListener ? $"{model.Data.Listeners.Count} listeners are not everybody. The tables above that leave one listener out tell how far their taste carries." : "It knows one listener and says nothing of others.")}
            * The catalogue's popularity is of its sources' dates, not of today.
            * Reasons tell what the model leans on, not what causes plays.
            * A range covers about 80 of 100 songs like those above; a listener of another kind may fall outside more often.

            ## Licence and privacy

            Audio features and popularity in public catalogues originate from Spotify's Web API, whose developer terms forbid using its
            content to train a model. The figures here are for measuring and for trying things out; whoever runs this in public decides for
            themselves, with data of their own, and trains again with `musicflow train`. Histories stay on the machine that trains; of them the
            model folder holds counts and hashes only.

            """));
    }

    private static string Words(string split) => split switch
    {
        "track" => "20 % of the tracks held out",
        "time" => "the time to come held out",
        "artist" => "20 % of the artists held out",
        _ => $"trained {split}, judged on that listener",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
