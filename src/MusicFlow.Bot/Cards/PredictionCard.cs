using System.Globalization;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MusicFlow.Bot.Cards;

/// <summary>A prediction as a card in the terminal.</summary>
internal static class PredictionCard
{
    private const int BarWidth = 31;

    public static IRenderable Of(Prediction prediction, bool why)
    {
        List<IRenderable> rows =
        [
            Line($"By [bold]{Markup.Escape(PredictionWords.Whose(Language.English, prediction.Whose))}[/], within a year: [bold green]{Number(prediction.Streams)}[/] plays expected"),
            Line($"{prediction.Verdict.Emoji}  [bold]{Markup.Escape(prediction.Verdict.Text)}[/]"),
            new Text(""),
            Line($"[grey]80 % range[/]   {Range(prediction.Range)}   {Bar(prediction)}"),
            Line($"[grey]any play  [/]   {Percent(prediction.ProbabilityOfAStream)}"),
            new Text(""),
            Figures(prediction),
        ];
        if (why) rows.AddRange(Why(prediction));
        rows.Add(new Text(""));
        if (Attribution.Of(prediction.Track) is { Count: > 0 } services) rows.Add(Line($"[grey]via {string.Join(" · ", services.Select(service => $"{service.Name} {Markup.Escape(service.Link.AbsoluteUri)}"))}[/]"));
        rows.Add(Line($"[grey]Model {Markup.Escape(prediction.ModelId)} knew {prediction.KnownFeatures} of {prediction.Features.Count} features and speaks of a song as likely to be played as not.[/]"));
        return new Panel(new Rows(rows)) { Header = new PanelHeader($" {Markup.Escape(Title(prediction))} "), Border = BoxBorder.Rounded, Padding = new Padding(2, 1) };
    }

    private static string Title(Prediction prediction) =>
        $"{prediction.Track.Title?.Value} - {string.Join(", ", prediction.Track.Artists?.Value ?? [])}";

    private static Table Figures(Prediction prediction)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("").AddColumn("");
        if (prediction.Track.Album is { } album) table.AddRow("[grey]album[/]", Markup.Escape(album.Value), $"[grey]{Markup.Escape(album.Source.Name)}[/]");
        foreach (var figure in KeyFeature.Of(prediction))
            table.AddRow($"[grey]{figure.Label}[/]", Markup.Escape(figure.Words), $"[grey]{Markup.Escape(figure.Source)}[/]");
        return table;
    }

    private static IEnumerable<IRenderable> Why(Prediction prediction)
    {
        yield return new Text("");
        yield return Line("[bold]The model leans on[/]");
        if (prediction.Reasons.Count == 0) yield return Line("  nothing in particular: to it this is a typical song");
        foreach (var reason in prediction.Reasons)
            yield return Line($"  {(reason.Factor > 1 ? "[green]▲" : "[red]▼")} ×{Number(reason.Factor)}[/]  {Markup.Escape(PredictionWords.Reason(Language.English, reason))}");
    }

    /// <summary>0 to 30 streams as a bar: the range drawn heavy, the expectation as a dot.</summary>
    private static string Bar(Prediction prediction)
    {
        var bar = new char[BarWidth];
        for (var i = 0; i < BarWidth; i++) bar[i] = i >= Place(prediction.Range.Low) && i <= Place(prediction.Range.High) ? '━' : '╌';
        bar[Place(prediction.Streams)] = '●';
        return $"[grey]0[/] [green]{new string(bar)}[/] [grey]{Targets.Cap}[/]";
    }

    private static int Place(double streams) => (int)Math.Round(streams / Targets.Cap * (BarWidth - 1));

    private static string Range((int Low, int High) range) =>
        range.Low == range.High ? $"{range.Low}" : $"{range.Low} to {range.High}{(range.High == Targets.Cap ? " or more" : "")}";

    private static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.0#", CultureInfo.InvariantCulture);

    private static Markup Line(string markup) => new(markup);
}
