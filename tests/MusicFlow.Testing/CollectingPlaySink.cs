using MusicFlow.Core.Histories;

namespace MusicFlow.Testing;

/// <summary>Remembers the plays of kept files and counts the dropped ones.</summary>
public sealed class CollectingPlaySink : IPlaySink
{
    readonly List<Play> current = [];

    public List<Play> Kept { get; } = [];

    public int Dropped { get; private set; }

    public ValueTask AddAsync(IReadOnlyList<Play> plays, CancellationToken ct)
    {
        current.AddRange(plays);
        return ValueTask.CompletedTask;
    }

    public ValueTask KeepAsync(CancellationToken ct)
    {
        Kept.AddRange(current);
        current.Clear();
        return ValueTask.CompletedTask;
    }

    public ValueTask DropAsync(CancellationToken ct)
    {
        Dropped += current.Count;
        current.Clear();
        return ValueTask.CompletedTask;
    }
}
