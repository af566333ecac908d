using Microsoft.Extensions.DependencyInjection;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Training;

namespace MusicFlow.Bot.Verbs;

/// <summary>A Spotify export named on the command line, read whole.</summary>
internal static class HistoryArgument
{
    /// <summary>Reads a file, folder or ZIP, telling on stderr which of its files were refused.</summary>
    /// <exception cref="UsageException">There is nothing at the path.</exception>
    /// <exception cref="TrainingException">It holds no plays of tracks; the message says why and what to do.</exception>
    public static async Task<ListeningHistory> ReadAsync(IServiceProvider services, string path, CancellationToken ct)
    {
        if (!Path.Exists(path)) throw new UsageException($"There is no file or folder \"{path}\".");
        var builder = new ListeningHistoryBuilder();
        var reader = new HistoryReader(services.GetRequiredService<TimeProvider>(), HistoryLimits.Default);
        var summary = await reader.ReadAsync(path, builder, ct);
        var history = builder.Build(summary.Library);
        if (history.Count == 0) throw new TrainingException($"{path} holds no plays of tracks. {summary.Advice}".TrimEnd());
        foreach (var file in summary.Refused) services.GetRequiredService<Terminal>().Say($"[yellow]{file.Name}: {file.Problem ?? "refused"}[/]");
        return history;
    }

    /// <summary>Name of the listener: that of the file or folder.</summary>
    public static string NameOf(string path) => Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(path));
}
