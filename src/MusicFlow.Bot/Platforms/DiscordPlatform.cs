using MusicFlow.Discord;
using MusicFlow.Discord.Protocol.Rest;

namespace MusicFlow.Bot.Platforms;

/// <summary>Discord for <c>doctor</c> and <c>commands register</c>.</summary>
internal sealed class DiscordPlatform(DiscordCheck check, DiscordCommandMenu menu) : IDoctorCheck, IMenu
{
    public string Part => Platform;

    public string Platform => "Discord";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken ct) => [.. (await check.RunAsync(ct)).Select(found => new Finding(found.IsGood, found.Finding))];

    public async Task<string> RegisterAsync(string? guild, CancellationToken ct)
    {
        try
        {
            var count = await menu.RegisterAsync(guild, ct);
            return count == 0 ? "The commands were up to date." : $"{count} commands were registered.";
        }
        catch (DiscordApiException ex)
        {
            throw new MenuException(ex.Status == System.Net.HttpStatusCode.Unauthorized ? "Discord refuses the token; set Discord__Token to the one of the developer portal (Bot, Reset Token)." : ex.Message, ex);
        }
    }
}
