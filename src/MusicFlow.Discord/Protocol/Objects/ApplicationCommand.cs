namespace MusicFlow.Discord.Protocol.Objects;

/// <summary>A command as Discord shows it.</summary>
/// <remarks>Source: Discord documentation, interactions/application-commands.</remarks>
sealed record ApplicationCommand
{
    /// <summary>What it is used on.</summary>
    public CommandKind Type { get; init; } = CommandKind.Slash;

    /// <summary>1–32 characters; lower case for slash commands.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name by locale; <see langword="null"/> for the same everywhere.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1–100 characters; empty for menu commands.</summary>
    public string Description { get; init; } = "";

    /// <summary>Description by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, required ones first.</summary>
    public IReadOnlyList<ApplicationCommandOption>? Options { get; init; }

    /// <summary>Bit set of the permissions that a person needs, as a decimal number; <see langword="null"/> for everybody.</summary>
    public string? DefaultMemberPermissions { get; init; }

    /// <summary>0 servers, 1 direct messages with the bot, 2 private conversations.</summary>
    public IReadOnlyList<int>? Contexts { get; init; }

    /// <summary>0 installed to a server, 1 installed by a person.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }
}

/// <summary>What a command is used on.</summary>
enum CommandKind
{
    /// <summary>Typed with a slash.</summary>
    Slash = 1,

    /// <summary>Used on a person.</summary>
    User = 2,

    /// <summary>Used on a message.</summary>
    Message = 3,
}

/// <summary>One argument of a slash command.</summary>
sealed record ApplicationCommandOption
{
    /// <summary>3: text.</summary>
    public int Type { get; init; } = 3;

    /// <summary>1–32 characters, lower case.</summary>
    public string Name { get; init; } = "";

    /// <summary>1–100 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>Description by locale.</summary>
    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>Whether the command cannot be sent without it.</summary>
    public bool? Required { get; init; }

    /// <summary>Whether Discord asks for proposals while it is typed; excludes <see cref="Choices"/>.</summary>
    public bool? Autocomplete { get; init; }

    /// <summary>The only values, at most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
}

/// <summary>One value of an option.</summary>
/// <param name="Name">What is shown, 1–100 characters.</param>
/// <param name="Value">What is sent, 1–100 characters.</param>
sealed record CommandChoice(string Name, string Value);
