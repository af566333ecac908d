using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Bot.Hosting;

namespace MusicFlow.Bot.Verbs;

/// <summary><c>run</c>, also meant by no verb at all: starts the server.</summary>
internal static class RunVerb
{
    /// <summary>Name of the verb.</summary>
    public const string Name = "run";

    public static Command Create(IServiceProvider services)
    {
        var addresses = new Option<string?>("--urls") { Description = "Addresses to listen on, separated by \";\"; default: the setting Urls, else http://localhost:8080." };
        var command = new Command(Name, "Start the server: HTTP API and pages.") { addresses };
        command.SetAction(async (parsed, ct) =>
        {
            await WebHost.RunAsync(services.GetRequiredService<Terminal>(), parsed.GetValue(addresses), ct);
            return CommandLine.Done;
        });
        return command;
    }
}
