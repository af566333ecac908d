using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Discord.Protocol;
using MusicFlow.Discord.Protocol.Objects;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Discord;

/// <summary>Tells Discord which commands there are; says nothing where it knows them already. Thread-safe.</summary>
public sealed class DiscordCommandMenu
{
    /// <summary>The command that is offered on messages, too.</summary>
    internal const string MessageCommand = "predict";

    /// <summary>Servers, direct messages with the bot, conversations of people.</summary>
    static readonly int[] Everywhere = [0, 1, 2];

    /// <summary>Installed to a server, or by a person for themselves.</summary>
    static readonly int[] ByAnybody = [0, 1];

    /// <summary>What the menu of a message says; a label, not a name that anybody types.</summary>
    static readonly Dictionary<string, string> MessageCommandLabels = new(StringComparer.Ordinal) { ["en-US"] = "Predict this song", ["de"] = "Dieses Lied vorhersagen" };

    readonly DiscordClient client;
    readonly CommandTable table;
    readonly DiscordOptions options;
    readonly ILogger<DiscordCommandMenu> log;

    internal DiscordCommandMenu(DiscordClient client, CommandTable table, IOptions<DiscordOptions> options, ILogger<DiscordCommandMenu> log) =>
        (this.client, this.table, this.options, this.log) = (client, table, options.Value, log);

    /// <summary>Registers the commands where Discord has others.</summary>
    /// <param name="guild">Snowflake of one server, where they show at once, for trying out; <see langword="null"/> for everywhere.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Number of commands that were registered; 0 where nothing had to be done.</returns>
    /// <exception cref="DiscordApiException">Discord refuses.</exception>
    /// <exception cref="HttpRequestException">Discord cannot be reached.</exception>
    public async Task<int> RegisterAsync(string? guild, CancellationToken ct)
    {
        var application = options.ApplicationId ?? (await client.GetApplicationAsync(ct)).Id;
        var wanted = guild is null ? Commands(table) : [.. Commands(table).Select(OfOneServer)];
        var known = await client.GetCommandsAsync(application, guild, ct);
        if (Fingerprint(known) == Fingerprint(wanted))
        {
            log.CommandsUnchanged(wanted.Count);
            return 0;
        }
        await client.PutCommandsAsync(application, guild, wanted, ct);
        log.CommandsRegistered(wanted.Count);
        return wanted.Count;
    }

    /// <summary>The commands as Discord wants them.</summary>
    internal static IReadOnlyList<ApplicationCommand> Commands(CommandTable table)
    {
        var commands = table.Listed.Select(Slash).ToList();
        if (table.Find(MessageCommand) is not null)
            commands.Add(new ApplicationCommand
            {
                Type = CommandKind.Message,
                Name = MessageCommandLabels["en-US"],
                NameLocalizations = MessageCommandLabels,
                Contexts = Everywhere,
                IntegrationTypes = ByAnybody,
            });
        return commands;
    }

    /// <summary>Where a command may be used is said of those only that are registered everywhere.</summary>
    static ApplicationCommand OfOneServer(ApplicationCommand command) => command with { Contexts = null, IntegrationTypes = null };

    static ApplicationCommand Slash(CommandSpec spec) => new()
    {
        Name = spec.Name,
        Description = Language.English[spec.Summary],
        DescriptionLocalizations = Translations(spec.Summary),
        Options = spec.Options.Count == 0 ? null : [.. spec.Options.OrderBy(option => !option.IsRequired).Select(Option)],
        Contexts = Everywhere,
        IntegrationTypes = ByAnybody,
    };

    static ApplicationCommandOption Option(CommandOption option) => new()
    {
        Name = option.Name,
        Description = Language.English[option.Description],
        DescriptionLocalizations = Translations(option.Description),
        Required = option.IsRequired ? true : null,
        Autocomplete = option.IsSong && option.Choices.Count == 0 ? true : null,
        Choices = option.Choices.Count == 0 ? null : [.. option.Choices.Select(choice => new CommandChoice(choice, choice))],
    };

    /// <summary>Every language by its locale; English, the default, has its own key, or other locales could fall back past it.</summary>
    static Dictionary<string, string> Translations(TextKey text) =>
        Language.All.ToDictionary(language => language.Code == "en" ? "en-US" : language.Code, language => language[text], StringComparer.Ordinal);

    /// <summary>The same text for the same commands, whatever their order and whatever Discord adds.</summary>
    static string Fingerprint(IReadOnlyList<ApplicationCommand> commands) => JsonSerializer.Serialize(
        [.. commands.Select(Normal).OrderBy(command => command.Type).ThenBy(command => command.Name, StringComparer.Ordinal)], DiscordJson.Default.IReadOnlyListApplicationCommand);

    static ApplicationCommand Normal(ApplicationCommand command) => command with
    {
        NameLocalizations = Sorted(command.NameLocalizations),
        DescriptionLocalizations = Sorted(command.DescriptionLocalizations),
        Contexts = command.Contexts is null ? null : [.. command.Contexts.Order()],
        IntegrationTypes = command.IntegrationTypes is null ? null : [.. command.IntegrationTypes.Order()],
        Options = command.Options is null or [] ? null : [.. command.Options.Select(option => option with
        {
            DescriptionLocalizations = Sorted(option.DescriptionLocalizations),
            Required = option.Required is true ? true : null,
            Autocomplete = option.Autocomplete is true ? true : null,
            Choices = option.Choices is null or [] ? null : option.Choices,
        })],
    };

    static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? texts) =>
        texts is null or { Count: 0 } ? null : new SortedDictionary<string, string>(texts.ToDictionary(), StringComparer.Ordinal);
}
