using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>predict "song - artist"</c>: one prediction as a card or as JSON.</summary>
internal static class PredictVerb
{
    private const double EnoughOfTheCatalogue = 0.9;

    public static Command Create(IServiceProvider services)
    {
        var song = SongArgument.Create();
        var model = new Option<string?>("--model") { Description = "Id or folder of the model; default: the one in use." };
        var history = new Option<string?>("--history") { Description = "Your Spotify export (file, folder or ZIP): what a model of your own needs to answer." };
        var why = new Option<bool>("--why") { Description = "Tell what the model leans on." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of a card." };
        var command = new Command("predict", "How often will this song be played?") { song, model, history, why, json };
        command.SetAction(async (parsed, ct) =>
        {
            var query = SongArgument.Query(parsed, song);
            var catalog = await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            if (await SongArgument.FindAsync(services, query, ct) is not { } track) return CommandLine.Failed;
            var loaded = services.GetRequiredService<ModelRegistry>().Load(parsed.GetValue(model));
            var prediction = loaded.Metadata.Kind == ModelKind.AnyListener
                ? ForAnybody(services, loaded, track, parsed.GetValue(history))
                : await ForOneAsync(services, loaded, track, parsed.GetValue(history), catalog, ct);
            if (parsed.GetValue(json)) Terminal.WriteJson(PredictionJson.Of(prediction));
            else services.GetRequiredService<Terminal>().Out.Write(PredictionCard.Of(prediction, parsed.GetValue(why)));
            return CommandLine.Done;
        });
        return command;
    }

    private static Prediction ForAnybody(IServiceProvider services, LoadedModel model, TrackFacts track, string? history) => history is null
        ? new Predictor(model, services.GetRequiredService<FactPolicy>()).Predict(track, TrackKey.Of(track)!.Value, services.GetRequiredService<TimeProvider>().GetUtcNow(), Surroundings.None)
        : throw new UsageException($"The model {model.Metadata.Id} answers for any listener and reads no history: leave --history out, or learn a model of your own with \"musicflow train --history {history}\".");

    /// <summary>A model of one listener leans on that listener's plays: without them it would answer for somebody who never played anything.</summary>
    private static async Task<Prediction> ForOneAsync(IServiceProvider services, LoadedModel model, TrackFacts track, string? path, ITrackCatalog catalog, CancellationToken ct)
    {
        if (path is null)
            throw new UsageException($"The model {model.Metadata.Id} knows one listener and needs their plays to answer: add --history EXPORT, or ask for any listener with --model {ModelRegistry.DefaultName}.");
        var terminal = services.GetRequiredService<Terminal>();
        var key = TrackKey.Of(track)!.Value;
        var view = await ListenerView.OfAsync(catalog, await HistoryArgument.ReadAsync(services, path, ct), track, key, services.GetRequiredService<FactPolicy>(), ct);
        var tracks = (await catalog.GetStatsAsync(ct)).Tracks;
        if (tracks < EnoughOfTheCatalogue * model.Metadata.Data.CatalogueTracks)
            terminal.Say($"[yellow]The model was trained beside a catalogue of {model.Metadata.Data.CatalogueTracks} tracks and the database holds {tracks}, so much of the history is unknown here: import the same files with \"musicflow catalog import\".[/]");
        terminal.Say($"The year begins where the history ends: {view.At:yyyy-MM-dd}.");
        if (view.OwnStreams > 0) terminal.Say($"[yellow]The history holds {view.OwnStreams} streams of this song; the answer is for a song that is new to you and leaves them out.[/]");
        return new Predictor(model, services.GetRequiredService<FactPolicy>()).Predict(track, key, view.At, view.Around, Whose.You);
    }
}
