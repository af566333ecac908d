using MusicFlow.Telegram;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Bot.Platforms;

/// <summary>Telegram for <c>doctor</c> and <c>commands register</c>.</summary>
internal sealed class TelegramPlatform(TelegramCheck check, TelegramCommandMenu menu) : IDoctorCheck, IMenu
{
    public string Part => Platform;

    public string Platform => "Telegram";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) => [.. (await check.RunAsync(ct)).Select(found => new Finding(found.IsGood, found.Finding))];

    public async Task<string> RegisterAsync(string? guild, CancellationToken ct)
    {
        try
        {
            var (changed, all) = await menu.RegisterAsync(ct);
            return changed == 0 ? $"All {all} menus were up to date." : $"{changed} of {all} menus were set.";
        }
        catch (TelegramApiException ex)
        {
            throw new MenuException(ex.IsTokenRefused ? "Telegram refuses the token; set Telegram__Token to the one that @BotFather shows under /mybots, API Token." : ex.Message, ex);
        }
    }
}
