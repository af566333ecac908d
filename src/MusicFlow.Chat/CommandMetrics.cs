using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MusicFlow.Chat;

/// <summary>Measures commands: the histogram <c>musicflow.command.duration</c> and a span <c>command</c>, both of the source <c>MusicFlow</c>.</summary>
sealed class CommandMetrics(IMeterFactory meters, TimeProvider clock)
{
    /// <summary>Name of meter and activity source.</summary>
    public const string Source = "MusicFlow";

    /// <summary>What a name is called that is no command; people may type anything, and a metric has few labels.</summary>
    const string Unknown = "unknown";

    static readonly ActivitySource Activities = new(Source);

    readonly Histogram<double> duration = meters.Create(Source).CreateHistogram<double>("musicflow.command.duration", "s", "Time to answer a command.");

    /// <summary>Runs a command and notes how long it took and what became of it.</summary>
    /// <param name="command">Name of the command; <see langword="null"/> for none that exists.</param>
    /// <param name="platform">Name of the platform.</param>
    /// <param name="answer">Runs it.</param>
    public async Task<Reply?> MeasureAsync(string? command, string platform, Func<Task<Reply?>> answer)
    {
        using var activity = Activities.StartActivity("command");
        var start = clock.GetTimestamp();
        var result = "Stopped";
        try
        {
            var reply = await answer();
            result = (reply?.Kind ?? ReplyKind.Busy).ToString();
            return reply;
        }
        finally
        {
            activity?.SetTag("command", command ?? Unknown).SetTag("platform", platform).SetTag("result", result);
            duration.Record(clock.GetElapsedTime(start).TotalSeconds, new("command", command ?? Unknown), new("result", result));
        }
    }
}
