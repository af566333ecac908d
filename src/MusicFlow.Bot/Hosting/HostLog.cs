using Microsoft.Extensions.Configuration;
using MusicFlow.Storage;
using MusicFlow.Web;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Filters;
using Serilog.Formatting.Json;

namespace MusicFlow.Bot.Hosting;

/// <summary>Where the server's log goes: JSON on stderr and in files that are thrown away after some days.</summary>
/// <remarks>A section <c>Serilog</c> in the settings takes the place of all this (Serilog.Settings.Configuration), activity log included.</remarks>
internal static class HostLog
{
    private const string OwnSection = "Serilog";
    private const string FolderSetting = "Log:Folder";
    private const int LogDays = 14;
    private const int ActivityDays = 30;
    private const int MostFiles = 100;
    private const long MostBytes = 32 << 20;

    /// <summary>Makes the logger.</summary>
    /// <exception cref="UsageException">The settings name sinks that do not exist.</exception>
    public static Logger Create(IConfiguration settings)
    {
        var log = new LoggerConfiguration().Enrich.FromLogContext().Enrich.With<WithoutPaths>().Filter.ByExcluding(IsToldAnyway);
        if (settings.GetSection(OwnSection).Exists()) return log.ReadFrom.Configuration(settings).CreateLogger();
        log.MinimumLevel.Information().MinimumLevel.Override("Microsoft", LogEventLevel.Warning).MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .WriteTo.Logger(rest => rest.Filter.ByExcluding(IsActivity)
                .WriteTo.Console(new JsonFormatter(renderMessage: true), Terminal.IsErrorRedirected ? LogEventLevel.Information : LogEventLevel.Warning, standardErrorFromLevel: LogEventLevel.Verbose));
        if (Folder(settings) is not { } folder) return log.CreateLogger();
        var (days, activityDays) = (settings.GetValue("Log:Days", LogDays), settings.GetValue("Log:ActivityDays", ActivityDays));
        if (days > 0) log.WriteTo.Logger(rest => Keep(rest.Filter.ByExcluding(IsActivity), folder, "musicflow-.json", days));
        if (activityDays > 0) log.WriteTo.Logger(activity => Keep(activity.Filter.ByIncludingOnly(IsActivity), folder, "activity-.json", activityDays));
        return log.CreateLogger();
    }

    /// <summary>The folder of the log files; <see langword="null"/> when the setting <c>Log:Folder</c> is <c>-</c>.</summary>
    public static string? Folder(IConfiguration settings) => settings[FolderSetting] switch
    {
        null or "" => Path.Combine(DataDirectory.Of(settings), "logs"),
        "-" => null,
        var folder => Path.GetFullPath(folder),
    };

    private static bool IsActivity(LogEvent line) => Matching.FromSource(WebModule.ActivityCategory)(line);

    /// <summary>A start that fails ends the program with a sentence; stack traces of it, and of services that it stops on the way, help nobody.</summary>
    private static bool IsToldAnyway(LogEvent line) =>
        Matching.FromSource("Microsoft.Extensions.Hosting.Internal.Host")(line)
        && (line.MessageTemplate.Text == "Hosting failed to start" || line.Exception is OperationCanceledException);

    private static void Keep(LoggerConfiguration log, string folder, string file, int days) => log.WriteTo.File(
        new JsonFormatter(renderMessage: true), Path.Combine(folder, file), rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true,
        fileSizeLimitBytes: MostBytes, retainedFileCountLimit: MostFiles, retainedFileTimeLimit: TimeSpan.FromDays(days), buffered: true, flushToDiskInterval: TimeSpan.FromSeconds(1));

    /// <summary>Takes away what the server notes of every request by itself: paths can hold what people typed, and a connection tells two requests of one person.</summary>
    private sealed class WithoutPaths : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("ConnectionId");
        }
    }
}
