using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram;

/// <summary>Brings the command menus at Telegram up to date: in every scope and language, and only where something differs.</summary>
public sealed class TelegramCommandMenu(TelegramClient client, CommandTable commands)
{
    const int LongestDescription = 256;

    /// <summary>People alone with the bot, people in groups, and everywhere else.</summary>
    static readonly string[] Scopes = ["all_private_chats", "all_group_chats", "default"];

    /// <summary>Compares every menu and sets those that differ.</summary>
    /// <returns>How many were set, and how many there are.</returns>
    public async Task<(int Changed, int All)> RegisterAsync(CancellationToken ct)
    {
        var (changed, all) = (0, 0);
        foreach (var scope in Scopes.Select(scope => new BotCommandScope(scope)))
            foreach (var language in Language.All)
            {
                // Whoever speaks none of our languages reads English.
                var code = language == Language.English ? null : language.Code;
                var wanted = Menu(language);
                all++;
                if (wanted.SequenceEqual(await client.GetMyCommandsAsync(new GetMyCommands(scope) { LanguageCode = code }, ct))) continue;
                await client.SetMyCommandsAsync(new SetMyCommands(wanted, scope) { LanguageCode = code }, ct);
                changed++;
            }
        return (changed, all);
    }

    /// <summary>The listed commands with their summaries in a language.</summary>
    internal IReadOnlyList<BotCommand> Menu(Language language) => [.. commands.Listed.Select(spec => new BotCommand(spec.Name, Cut(language[spec.Summary])))];

    static string Cut(string text) => text.Length <= LongestDescription ? text : text[..LongestDescription];
}
