using System.Data.Common;
using Microsoft.Extensions.Options;
using MusicFlow.Catalogs.Csv;
using MusicFlow.Catalogs.TidyTuesday;
using MusicFlow.Core.Training;
using MusicFlow.Learning.Xgboost;
using MusicFlow.Storage;

namespace MusicFlow.Bot;

/// <summary>What went wrong, for a person: an exit code and one line.</summary>
/// <param name="ExitCode">1 failed, 2 wrong usage.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
internal sealed record Failure(int ExitCode, string Sentence)
{
    private const string SettingsReader = "Microsoft.Extensions.Configuration.Binder";

    /// <summary>The failure that an exception stands for; <see langword="null"/> for a bug of this program, which should be seen as one.</summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        UsageException => new(CommandLine.WrongUsage, exception.Message),
        OptionsValidationException wrong => new(CommandLine.WrongUsage, string.Join(' ', wrong.Failures.Select(problem => $"{wrong.OptionsName}: {problem}".TrimStart(':', ' ')))),
        InvalidOperationException { Source: SettingsReader } => new(CommandLine.WrongUsage, $"A setting is wrong: {exception.Message.Split(" to type ")[0]}; appsettings.example.json shows what it may be."),
        OperationCanceledException => new(CommandLine.Failed, "Stopped; nothing was kept."),
        DbException fault => new(CommandLine.Failed, StorageFault.Explain(fault)),
        TrainingException or CatalogFileException or DownloadException or ModelFormatException or NewerDatabaseException
            or IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException => new(CommandLine.Failed, exception.Message),
        _ => null,
    };
}
