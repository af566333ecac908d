using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>predict "song - artist"</c>: one prediction as a card or as JSON.</summary>
internal static class PredictVerb
{
    public static Command Create(IServiceProvider services)
    {
        var song = SongArgument.Create();
        var model = new Option<string?>("--model") { Description = "Id or folder of the model; default: the one in use." };
        var why = new Option<bool>("--why") { Description = "Tell what the model leans on." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of a card." };
        var command = new Command("predict", "How often will this song be played?") { song, model, why, json };
        command.SetAction((parsed, ct) => RunAsync(services, SongArgument.Query(parsed, song), parsed.GetValue(model), parsed.GetValue(why), parsed.GetValue(json), ct));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, TrackQuery query, string? model, bool why, bool json, CancellationToken ct)
    {
        var terminal = services.GetRequiredService<Terminal>();
        await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
        if (await SongArgument.FindAsync(services, query, ct) is not { } track) return CommandLine.Failure;
        var key = TrackKey.Of(track)!.Value;
        var loaded = services.GetRequiredService<ModelRegistry>().Load(model);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var prediction = new Predictor(loaded).Predict(track, key, now, Surroundings.None);
        if (json) Terminal.WriteJson(PredictionJson.Of(prediction));
        else terminal.Out.Write(PredictionCard.Of(prediction, why));
        return CommandLine.Success;
    }
}
