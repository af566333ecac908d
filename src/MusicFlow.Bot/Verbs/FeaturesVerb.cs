using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>features "song - artist"</c>: what is known of a track, each fact with its source.</summary>
internal static class FeaturesVerb
{
    public static Command Create(IServiceProvider services)
    {
        var song = SongArgument.Create();
        var raw = new Option<bool>("--raw") { Description = "Also when each source was read, and what is unknown." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of a table." };
        var command = new Command("features", "What is known of this song, and from where?") { song, raw, json };
        command.SetAction(async (parsed, ct) =>
        {
            var query = SongArgument.Query(parsed, song);
            await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            if (await SongArgument.FindAsync(services, query, ct) is not { } track) return CommandLine.Failed;
            var facts = TrackFact.Of(track);
            if (parsed.GetValue(json)) Terminal.WriteJson(FactsJson.Of(facts));
            else services.GetRequiredService<Terminal>().Out.Write(FactsTable.Of(facts, parsed.GetValue(raw)));
            return CommandLine.Done;
        });
        return command;
    }
}
