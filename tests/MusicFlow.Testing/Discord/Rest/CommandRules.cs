using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static MusicFlow.Testing.Discord.Rest.FieldRules;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>What Discord refuses in a list of commands.</summary>
/// <remarks>Source: Discord documentation, interactions/application-commands.</remarks>
static partial class CommandRules
{
    const int MostCharacters = 8000;

    static readonly HashSet<string> Locales = new(
        "ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW".Split(' '), StringComparer.Ordinal);

    /// <summary>Checks the whole list.</summary>
    /// <param name="commands">The list.</param>
    /// <param name="isGlobal">Whether they are registered everywhere.</param>
    public static void Check(JsonArray commands, bool isGlobal)
    {
        var names = new HashSet<(int, string)>();
        var counts = new Dictionary<int, int>();
        foreach (var (node, i) in commands.Select((node, i) => (node, i)))
        {
            var command = node as JsonObject ?? throw DiscordFaultException.Form($"{i}", "MODEL_TYPE_CONVERT", "Only dictionaries may be used");
            var kind = (int?)command["type"] ?? 1;
            Command(command, $"{i}", kind);
            if (!isGlobal && (command["contexts"] ?? command["integration_types"]) is not null) throw DiscordFaultException.Form($"{i}.contexts", "APPLICATION_COMMAND_CONTEXTS_NOT_ALLOWED", "Only global commands have contexts.");
            if (!names.Add((kind, (string)command["name"]!))) throw DiscordFaultException.Form($"{i}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
        if (counts.GetValueOrDefault(1) > 100 || counts.GetValueOrDefault(2) > 15 || counts.GetValueOrDefault(3) > 15) throw new DiscordFaultException(400, 30032, "Maximum number of application commands reached");
    }

    static void Command(JsonObject command, string path, int kind)
    {
        Only(command, path, "id", "type", "name", "name_localizations", "description", "description_localizations", "options", "default_member_permissions", "contexts", "integration_types", "nsfw");
        Name(command, path, isSlash: kind == 1);
        Text(command, "description", path, kind == 1 ? 1 : 0, kind == 1 ? 100 : 0);
        var characters = Characters(command);
        var isOptional = false;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (option, i) in List(command, "options", path, 25).Select((option, i) => (option, i)))
        {
            characters += Option(option, $"{path}.options.{i}");
            var isRequired = (bool?)option["required"] is true;
            if (isRequired && isOptional) throw DiscordFaultException.Form($"{path}.options.{i}", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            if (!names.Add((string)option["name"]!)) throw DiscordFaultException.Form($"{path}.options", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option names must be unique");
            isOptional |= !isRequired;
        }
        if (characters > MostCharacters) throw DiscordFaultException.Form(path, "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
    }

    static int Option(JsonObject option, string path)
    {
        Only(option, path, "type", "name", "name_localizations", "description", "description_localizations", "required", "choices", "autocomplete", "min_length", "max_length");
        Name(option, path, isSlash: true);
        Text(option, "description", path, 1, 100);
        var choices = List(option, "choices", path, 25);
        if (choices.Count > 0 && (bool?)option["autocomplete"] is true) throw DiscordFaultException.Form($"{path}.autocomplete", "APPLICATION_COMMAND_AUTOCOMPLETE_NOT_ALLOWED", "Autocomplete cannot be used with choices");
        foreach (var (choice, i) in choices.Select((choice, i) => (choice, i)))
        {
            Only(choice, $"{path}.choices.{i}", "name", "name_localizations", "value");
            Text(choice, "name", $"{path}.choices.{i}", 1, 100);
            Text(choice, "value", $"{path}.choices.{i}", 1, 100);
        }
        return Characters(option) + choices.Sum(choice => ((string)choice["name"]!).Length + ((string)choice["value"]!).Length);
    }

    static void Name(JsonObject owner, string path, bool isSlash)
    {
        Text(owner, "name", path, 1, 32);
        var name = (string)owner["name"]!;
        if (isSlash && (!SlashName().IsMatch(name) || name.Any(char.IsUpper))) throw DiscordFaultException.Form($"{path}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        foreach (var field in new[] { "name_localizations", "description_localizations" })
            if (owner[field] is JsonObject translations)
                foreach (var (locale, _) in translations)
                    if (!Locales.Contains(locale)) throw DiscordFaultException.Form($"{path}.{field}", "ENUM_TYPE_COERCE", $"Value \"{locale}\" is not a valid enum value.");
    }

    static int Characters(JsonObject owner) => Longest(owner, "name") + Longest(owner, "description");

    static int Longest(JsonObject owner, string field)
    {
        var longest = ((string?)owner[field])?.Length ?? 0;
        return owner[$"{field}_localizations"] is JsonObject translations ? translations.Max(pair => Math.Max(longest, ((string)pair.Value!).Length)) : longest;
    }

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\p{IsDevanagari}\p{IsThai}]{1,32}$", RegexOptions.NonBacktracking)]
    private static partial Regex SlashName();
}
