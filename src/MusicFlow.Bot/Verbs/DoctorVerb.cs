using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Platforms;
using Spectre.Console;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>doctor</c>: looks at every part of the program and says how to mend what is wrong.</summary>
internal static class DoctorVerb
{
    public static Command Create(IServiceProvider services)
    {
        var command = new Command("doctor", "Check settings, tokens, database and model, and say how to mend each.");
        command.SetAction(async (_, ct) =>
        {
            var terminal = services.GetRequiredService<Terminal>();
            var isGood = true;
            foreach (var check in services.GetServices<IDoctorCheck>())
                foreach (var finding in await check.RunAsync(ct))
                {
                    Tell(terminal, check.Part, finding);
                    isGood &= finding.IsGood;
                }
            var settings = services.GetRequiredService<IConfiguration>();
            foreach (var platform in PlatformModule.All.Where(platform => !platform.IsConfigured(settings)))
                terminal.Tell($"[grey]–[/] [bold]{platform.Name}[/] is off; set {platform.Setting}.");
            return isGood ? CommandLine.Done : CommandLine.Failed;
        });
        return command;
    }

    private static void Tell(Terminal terminal, string part, Finding finding) =>
        terminal.Out.MarkupLine($"{finding.Sign} [bold]{Markup.Escape(part)}[/]: {Markup.Escape(finding.Text)}");
}
