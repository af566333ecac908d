using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MusicFlow.Bot.Verbs;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Catalogs.TidyTuesday;
using MusicFlow.Core.Training;
using MusicFlow.Learning.Xgboost;

namespace MusicFlow.Bot;

/// <summary>Parses the command line, runs one verb, and turns what can go wrong into one sentence and an exit code.</summary>
internal static class CommandLine
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static async Task<int> RunAsync(string[] args, IServiceProvider services)
    {
        var terminal = services.GetRequiredService<Terminal>();
        var root = new RootCommand("Tells listeners how often they will play a song.")
        {
            PredictVerb.Create(services), FeaturesVerb.Create(services), TrainVerb.Create(services),
            EvaluateVerb.Create(services), ModelsVerb.Create(services), CatalogVerb.Create(services),
        };
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            Say(terminal, parsed.Errors[0].Message);
            return WrongUsage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UsageException ex)
        {
            Say(terminal, ex.Message);
            return WrongUsage;
        }
        catch (OptionsValidationException ex)
        {
            Say(terminal, string.Join(' ', ex.Failures));
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            Say(terminal, "Stopped; nothing was kept.");
            return Failed;
        }
        catch (Exception ex) when (ex is TrainingException or CatalogFileException or DownloadException or ModelFormatException or IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException or System.Data.Common.DbException)
        {
            Say(terminal, ex.Message);
            return Failed;
        }
    }

    private static void Say(Terminal terminal, string sentence) => terminal.Say($"[red]{sentence}[/]");

    /// <summary>What a verb returns when it did what was asked.</summary>
    public static int Success => Done;

    /// <summary>What a verb returns when it could not, and has said why.</summary>
    public static int Failure => Failed;
}

/// <summary>The command was understood but asks for something that cannot be; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
