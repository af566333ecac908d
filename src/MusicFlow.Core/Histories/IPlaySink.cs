namespace MusicFlow.Core.Histories;

/// <summary>Where a <see cref="HistoryReader"/> puts plays: memory, a database, a counter.</summary>
/// <remarks>
/// A file is all or nothing. Plays arrive in batches while it is read; then the reader calls either <see cref="KeepAsync"/> or,
/// when the file turned out damaged, <see cref="DropAsync"/>. Calls never overlap.
/// </remarks>
public interface IPlaySink
{
    /// <summary>Takes the next plays of the current file, in the file's order.</summary>
    /// <param name="plays">One to a few thousand plays; the list is reused, so copy what is to stay.</param>
    /// <param name="ct">Stops the reading.</param>
    ValueTask AddAsync(IReadOnlyList<Play> plays, CancellationToken ct);

    /// <summary>The current file was read to its end: what was added since the last call belongs to the history.</summary>
    ValueTask KeepAsync(CancellationToken ct);

    /// <summary>The current file is refused: what was added since the last call must leave no trace.</summary>
    ValueTask DropAsync(CancellationToken ct);
}
