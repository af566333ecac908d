using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Platforms;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>commands register</c>: tells the platforms which commands there are.</summary>
internal static class CommandsVerb
{
    public static Command Create(IServiceProvider services)
    {
        var guild = new Option<string?>("--guild") { Description = "Id of one Discord server, where they show at once; default: everywhere." };
        var register = new Command("register", "Set the command menus where they differ.") { guild };
        register.SetAction((parsed, ct) => RegisterAsync(services, parsed.GetValue(guild), ct));
        return new Command("commands", "The command menus of Discord and Telegram.") { register };
    }

    private static async Task<int> RegisterAsync(IServiceProvider services, string? guild, CancellationToken ct)
    {
        var terminal = services.GetRequiredService<Terminal>();
        var menus = services.GetServices<IMenu>().ToList();
        if (menus.Count == 0)
            throw new UsageException($"No platform is on: set {string.Join(" or ", PlatformModule.All.Select(platform => platform.Setting))}.");
        var isDone = true;
        foreach (var menu in menus)
        {
            try
            {
                terminal.Tell($"[green]✓[/] [bold]{menu.Platform}[/]: {await menu.RegisterAsync(guild, ct)}");
            }
            catch (Exception ex) when (ex is MenuException or HttpRequestException or TimeoutException)
            {
                terminal.Say($"[red]✗[/] [bold]{menu.Platform}[/]: {ex.Message}");
                isDone = false;
            }
        }
        return isDone ? CommandLine.Done : CommandLine.Failed;
    }
}
