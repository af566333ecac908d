using System.Text.Json;

namespace MusicFlow.Discord.Protocol.Objects;

/// <summary>Somebody used a command, pressed a button, sent a form or is typing an option.</summary>
/// <remarks>Only the fields that are read; unknown ones are ignored. Source: Discord documentation, interactions/receiving-and-responding.</remarks>
sealed record Interaction
{
    /// <summary>Snowflake; delivered zero, one or several times.</summary>
    public string Id { get; init; } = "";

    /// <summary>Snowflake of the application, part of every answer's address.</summary>
    public string ApplicationId { get; init; } = "";

    /// <summary>What happened.</summary>
    public InteractionKind Type { get; init; }

    /// <summary>What was chosen, pressed or typed; <see langword="null"/> for a ping.</summary>
    public InteractionContent? Data { get; init; }

    /// <summary>Snowflake of the server; <see langword="null"/> in direct messages.</summary>
    public string? GuildId { get; init; }

    /// <summary>Snowflake of the channel, thread or direct message.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The person, in a server.</summary>
    public Member? Member { get; init; }

    /// <summary>The person, in direct messages.</summary>
    public User? User { get; init; }

    /// <summary>The right to answer, for 15 minutes. A secret while it lasts.</summary>
    public string Token { get; init; } = "";

    /// <summary>Language of the person, such as <c>en-US</c> or <c>de</c>; <see langword="null"/> for a ping.</summary>
    public string? Locale { get; init; }

    /// <summary>0 server, 1 direct messages with the bot, 2 a private conversation of people.</summary>
    public int? Context { get; init; }
}

/// <summary>What an interaction is.</summary>
enum InteractionKind
{
    /// <summary>Discord asks whether the endpoint is alive.</summary>
    Ping = 1,

    /// <summary>A slash, user or message command.</summary>
    Command = 2,

    /// <summary>A button or menu of a message.</summary>
    Component = 3,

    /// <summary>An option is being typed.</summary>
    Autocomplete = 4,

    /// <summary>A form was sent.</summary>
    ModalSubmit = 5,
}

/// <summary>What was chosen, pressed or typed; which fields are set depends on <see cref="Interaction.Type"/>.</summary>
sealed record InteractionContent
{
    /// <summary>Name of the command, always the default one.</summary>
    public string? Name { get; init; }

    /// <summary>Kind of the command, see <see cref="CommandKind"/>.</summary>
    public CommandKind Type { get; init; }

    /// <summary>Options as given, subcommands as nested ones.</summary>
    public IReadOnlyList<InteractionOption>? Options { get; init; }

    /// <summary>Snowflake of the message or person that a menu command was used on.</summary>
    public string? TargetId { get; init; }

    /// <summary>The objects behind the ids.</summary>
    public ResolvedObjects? Resolved { get; init; }

    /// <summary>The text that the bot gave the pressed button or sent form.</summary>
    public string? CustomId { get; init; }

    /// <summary>What was chosen in a menu.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The inputs of a form.</summary>
    public IReadOnlyList<ModalRow>? Components { get; init; }
}

/// <summary>One option of a command.</summary>
/// <param name="Name">Always the default name.</param>
/// <param name="Type">1 subcommand, 2 group, 3 text, and so on.</param>
/// <param name="Value">Text, number or truth; <see langword="null"/> for a subcommand.</param>
/// <param name="Options">Options of a subcommand.</param>
/// <param name="Focused">Whether it is the one being typed.</param>
sealed record InteractionOption(string Name, int Type, JsonElement? Value, IReadOnlyList<InteractionOption>? Options, bool Focused = false);

/// <summary>Objects by their ids.</summary>
/// <param name="Messages">The message of a message command.</param>
sealed record ResolvedObjects(IReadOnlyDictionary<string, ResolvedMessage>? Messages);

/// <summary>A message that a command was used on.</summary>
/// <param name="Content">Its text.</param>
/// <param name="Embeds">Its cards, such as the preview of a link.</param>
sealed record ResolvedMessage(string? Content, IReadOnlyList<ResolvedEmbed>? Embeds);

/// <summary>A card of somebody's message.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it leads.</param>
sealed record ResolvedEmbed(string? Title, string? Url);

/// <summary>One input of a form: labelled (type 18, <paramref name="Component"/>), or in the older row (type 1, <paramref name="Components"/>).</summary>
sealed record ModalRow(int Type, ModalInput? Component, IReadOnlyList<ModalInput>? Components);

/// <summary>What was typed into a form.</summary>
/// <param name="CustomId">Name of the input.</param>
/// <param name="Value">The text.</param>
/// <param name="Values">What was chosen, for menus.</param>
sealed record ModalInput(string? CustomId, string? Value, IReadOnlyList<string>? Values);

/// <summary>A person in a server.</summary>
/// <param name="User">Who it is.</param>
/// <param name="Nick">The name that they have there; <see langword="null"/> for none.</param>
/// <param name="Permissions">Bit set of what they may do in the channel, as a decimal number.</param>
sealed record Member(User? User, string? Nick, string? Permissions);

/// <summary>An account.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="Username">Unique name.</param>
/// <param name="GlobalName">The name that they show; <see langword="null"/> for none.</param>
/// <param name="Bot">Whether it is a program.</param>
sealed record User(string Id, string Username, string? GlobalName, bool Bot = false);
