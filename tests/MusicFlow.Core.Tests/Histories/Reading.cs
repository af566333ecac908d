using System.Text;
using MusicFlow.Core.Histories;
using MusicFlow.Testing;

namespace MusicFlow.Core.Tests.Histories;

/// <summary>Reads one upload and keeps both answers: the summary and the plays.</summary>
internal sealed record Reading(HistorySummary Summary, CollectingPlaySink Sink)
{
    public List<Play> Plays => Sink.Kept;

    public HistoryFile File => Assert.Single(Summary.Files);

    public static Task<Reading> OfAsync(string name, string text, HistoryLimits? limits = null) => OfAsync(name, Encoding.UTF8.GetBytes(text), limits);

    public static async Task<Reading> OfAsync(string name, byte[] bytes, HistoryLimits? limits = null)
    {
        using var upload = new MemoryStream(bytes);
        return await OfAsync(name, upload, limits);
    }

    public static async Task<Reading> OfAsync(string name, Stream upload, HistoryLimits? limits = null)
    {
        var sink = new CollectingPlaySink();
        var summary = await new HistoryReader(new Clock(), limits ?? HistoryLimits.Default).ReadAsync(upload, name, sink, TestContext.Current.CancellationToken);
        return new Reading(summary, sink);
    }

    public static async Task<Reading> OfPathAsync(string path)
    {
        var sink = new CollectingPlaySink();
        var summary = await new HistoryReader(new Clock(), HistoryLimits.Default).ReadAsync(path, sink, TestContext.Current.CancellationToken);
        return new Reading(summary, sink);
    }

    sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
