using System.Reflection;
using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands.Health;

/// <summary>Answers <c>/health</c>: catalogue, model, how long the program runs, its version.</summary>
sealed class HealthHandler(ITrackCatalog catalog, Predictor predictor, TimeProvider clock) : ICommandHandler
{
    /// <summary>Handlers are made with the pipeline, when the program starts.</summary>
    readonly long start = clock.GetTimestamp();

    public static CommandSpec Spec { get; } = new("health", Texts.HealthSummary, Answer.Private) { Examples = [""], Aliases = ["ping", "status"] };

    public async Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (words, stats, uptime) = (call.Words, await catalog.GetStatsAsync(ct), clock.GetElapsedTime(start));
        return new Reply([
            new Block.Title(words[Texts.HealthTitle]),
            new Block.Field(words[Texts.HealthCatalogue], words.Say(Texts.HealthCatalogueValue, ("count", stats.Tracks), ("artists", stats.Artists))),
            new Block.Field(words[Texts.AboutModel], predictor.Model.Id),
            new Block.Field(words[Texts.HealthUptime], words.Say(Texts.HealthUptimeValue, ("days", uptime.Days), ("hours", uptime.Hours), ("minutes", uptime.Minutes))),
            new Block.Field(words[Texts.HealthVersion], Version),
        ]);
    }

    static string Version => typeof(HealthHandler).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
