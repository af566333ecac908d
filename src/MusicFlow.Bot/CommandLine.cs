using System.CommandLine;
using MusicFlow.Bot.Hosting;
using MusicFlow.Bot.Verbs;

namespace MusicFlow.Bot;

/// <summary>Parses the command line, runs one verb, and turns what can go wrong into one sentence and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>What a verb returns when it did what was asked.</summary>
    public const int Done = 0;

    /// <summary>What a verb returns when it could not, and has said why.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting asks for something that cannot be.</summary>
    public const int WrongUsage = 2;

    /// <summary>How long a verb may take to stop: longer than the host drains.</summary>
    private static readonly TimeSpan Patience = WebHost.Drain + TimeSpan.FromSeconds(5);

    // A song may begin with "@"; it names no file of arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var terminal = new Terminal();
        try
        {
            await using var services = Composition.Build(terminal);
            return await RunAsync(args, services, terminal);
        }
        catch (Exception ex) when (Failure.Of(ex) is { } failure)
        {
            terminal.Say($"[red]{failure.Sentence}[/]");
            return failure.ExitCode;
        }
    }

    private static Task<int> RunAsync(string[] args, IServiceProvider services, Terminal terminal)
    {
        var root = new RootCommand("Tells listeners how often they will play a song.")
        {
            RunVerb.Create(services), ChatVerb.Create(services), PredictVerb.Create(services), FeaturesVerb.Create(services), TrainVerb.Create(services),
            EvaluateVerb.Create(services), ModelsVerb.Create(services), CatalogVerb.Create(services), CommandsVerb.Create(services), DoctorVerb.Create(services),
        };
        var parsed = root.Parse(args.Length == 0 ? [RunVerb.Name] : args, Parser);
        if (parsed.Errors.Count == 0) return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Patience });
        terminal.Say($"[red]{parsed.Errors[0].Message}[/]");
        return Task.FromResult(WrongUsage);
    }
}

/// <summary>The command was understood but asks for something that cannot be; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
