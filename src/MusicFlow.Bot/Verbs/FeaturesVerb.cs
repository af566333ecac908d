using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Cards;
using MusicFlow.Core.Enrichment;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>features "song - artist"</c>: what is known of a track, each fact with its source.</summary>
internal static class FeaturesVerb
{
    public static Command Create(IServiceProvider services)
    {
        var song = SongArgument.Create();
        var raw = new Option<bool>("--raw") { Description = "Also when each source was read, what is unknown, and what other providers say (asks all of them)." };
        var json = new Option<bool>("--json") { Description = "One JSON document instead of a table." };
        var command = new Command("features", "What is known of this song, and from where?") { song, raw, json };
        command.SetAction(async (parsed, ct) =>
        {
            var query = SongArgument.Query(parsed, song);
            await services.GetRequiredService<OpenedCatalogue>().OpenAsync(ct);
            if (await SongArgument.FindAsync(services, query, ct) is not { } track) return CommandLine.Failed;
            IReadOnlyList<FactConflict> conflicts = parsed.GetValue(raw) ? FactConflict.Of(track, await services.GetRequiredService<EnrichmentChain>().AskAllAsync(track, ct)) : [];
            Show(services, track, conflicts, (parsed.GetValue(raw), parsed.GetValue(json)));
            return CommandLine.Done;
        });
        return command;
    }

    private static void Show(IServiceProvider services, TrackFacts track, IReadOnlyList<FactConflict> conflicts, (bool Raw, bool Json) how)
    {
        var facts = TrackFact.Of(track);
        if (how.Json)
        {
            Terminal.WriteJson(FactsJson.Of(facts, how.Raw ? conflicts : null));
            return;
        }
        var terminal = services.GetRequiredService<Terminal>();
        terminal.Out.Write(FactsTable.Of(facts, how.Raw));
        foreach (var conflict in conflicts) terminal.Tell($"{conflict.Source.Name} says of {conflict.Name}: {conflict.Value}");
        foreach (var service in Attribution.Of(track)) terminal.Tell($"via {service.Name}: {service.Link}");
    }
}
