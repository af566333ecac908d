using System.Globalization;
using System.Text;
using System.Text.Json;
using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Core.Chats;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Receiving;

/// <summary>Translates interactions into messages. Pure.</summary>
static class DiscordInbound
{
    /// <summary>Short name of the platform.</summary>
    public const string Platform = "discord";

    /// <summary>Bits of a member that may change what concerns the whole server: ADMINISTRATOR, MANAGE_GUILD.</summary>
    const ulong Administration = 1UL << 3 | 1UL << 5;

    const int BotDirectMessages = 1;

    /// <summary>Most characters of another message that are looked at.</summary>
    const int LongestRepliedText = 4_000;

    /// <param name="interaction">Any.</param>
    /// <param name="table">The commands, for the order of their options.</param>
    /// <returns>The message, or <see langword="null"/> for what no command answers.</returns>
    public static IncomingMessage? Translate(Interaction interaction, CommandTable table)
    {
        if (interaction is not { ChannelId: { } channel, Data: { } content } || (interaction.Member?.User ?? interaction.User) is not { } user) return null;
        if (TextOf(interaction.Type, content, table) is not { } text) return null;
        var isPrivate = interaction.Context is { } context ? context == BotDirectMessages : interaction.GuildId is null;
        return new IncomingMessage
        {
            Chat = new ChatAddress(Platform, channel),
            Caller = new Caller(new PersonId(Platform, user.Id), interaction.Member?.Nick ?? user.GlobalName ?? user.Username)
            {
                IsAdministrator = isPrivate || MayAdminister(interaction.Member),
                IsBot = user.Bot,
            },
            Text = text,
            IsPrivate = isPrivate,
            IsPress = interaction.Type is InteractionKind.Component or InteractionKind.ModalSubmit,
            RepliedText = content.Type == CommandKind.Message ? TargetText(content) : null,
            Locale = interaction.Locale,
        };
    }

    /// <summary>The option being typed and the text in it; <see langword="null"/> where there is none.</summary>
    public static (string Command, string Option, string Text)? Typing(Interaction interaction)
    {
        if (interaction is not { Type: InteractionKind.Autocomplete, Data: { Name: { } name } content }) return null;
        return Flat(content.Options).FirstOrDefault(option => option.Focused) is { } focused ? (name, focused.Name, ValueOf(focused)) : null;
    }

    static string? TextOf(InteractionKind kind, InteractionContent content, CommandTable table) => (kind, content.Type) switch
    {
        (InteractionKind.Command, CommandKind.Slash) => Slash(content, table),
        (InteractionKind.Command, CommandKind.Message) => $"/{DiscordCommandMenu.MessageCommand}",
        (InteractionKind.Component, _) => Joined(content.CustomId, content.Values),
        (InteractionKind.ModalSubmit, _) => Joined(content.CustomId, Inputs(content)),
        _ => null,
    };

    static string Slash(InteractionContent content, CommandTable table)
    {
        var text = new StringBuilder("/").Append(content.Name);
        foreach (var option in InOrder(Flat(content.Options), table.Find(content.Name ?? "")))
            text.Append(' ').Append(option.Value is null ? option.Name : ValueOf(option));
        return text.ToString();
    }

    /// <summary>Options in reading order, a subcommand before its own.</summary>
    static IEnumerable<InteractionOption> Flat(IReadOnlyList<InteractionOption>? options) =>
        (options ?? []).SelectMany(option => Flat(option.Options).Prepend(option));

    /// <summary>As the command lists them, whichever was typed first.</summary>
    static IEnumerable<InteractionOption> InOrder(IEnumerable<InteractionOption> given, CommandSpec? spec)
    {
        var order = (spec?.Options ?? []).Index().ToDictionary(option => option.Item.Name, option => option.Index, StringComparer.Ordinal);
        return given.OrderBy(option => order.GetValueOrDefault(option.Name, option.Value is null ? -1 : order.Count));
    }

    /// <summary>The value as typed; a number that is being typed may come as a text.</summary>
    static string ValueOf(InteractionOption option) => option.Value switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { } other => other.GetRawText(),
        null => "",
    };

    static string? Joined(string? command, IEnumerable<string>? values) => command is null ? null : string.Join(' ', (values ?? []).Prepend(command));

    static IEnumerable<string> Inputs(InteractionContent content) => (content.Components ?? [])
        .SelectMany(row => row.Component is { } single ? [single] : row.Components ?? [])
        .SelectMany(input => input.Values ?? (input.Value is { Length: > 0 } value ? [value] : []));

    /// <summary>The text of the message that a command was used on; where it has none, the first card: title and address.</summary>
    static string TargetText(InteractionContent content)
    {
        if (content is not { TargetId: { } id, Resolved.Messages: { } messages } || !messages.TryGetValue(id, out var message)) return "";
        var text = string.IsNullOrWhiteSpace(message.Content) && message.Embeds is [var card, ..] ? $"{card.Title}\n{card.Url}" : message.Content ?? "";
        return text.Length > LongestRepliedText ? text[..LongestRepliedText] : text;
    }

    static bool MayAdminister(Member? member) =>
        ulong.TryParse(member?.Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var permissions) && (permissions & Administration) != 0;
}
