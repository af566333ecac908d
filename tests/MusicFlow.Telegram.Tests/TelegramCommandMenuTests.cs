using MusicFlow.Chat.Commands;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Tests;

/// <summary>The command menus.</summary>
public sealed class TelegramCommandMenuTests
{
    [Fact]
    public async Task Every_scope_and_language_is_set_once_and_then_only_what_changed()
    {
        await using var bot = await TelegramBot.StartAsync();
        var menu = bot.Get<TelegramCommandMenu>();
        var stop = TestContext.Current.CancellationToken;

        var first = await menu.RegisterAsync(stop);
        var second = await menu.RegisterAsync(stop);
        await bot.Get<TelegramClient>().SetMyCommandsAsync(new SetMyCommands([new("old", "gone")], new("default")) { LanguageCode = "de" }, stop);
        var third = await menu.RegisterAsync(stop);

        Assert.Equal([(6, 6), (0, 6), (1, 6)], [first, second, third]);
        var german = await bot.Get<TelegramClient>().GetMyCommandsAsync(new GetMyCommands(new("all_group_chats")) { LanguageCode = "de" }, stop);
        Assert.Equal(bot.Get<CommandTable>().Listed.Select(spec => spec.Name), german.Select(command => command.Command));
    }
}
