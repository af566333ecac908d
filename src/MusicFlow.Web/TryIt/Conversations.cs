using Microsoft.Extensions.Options;
using MusicFlow.Web.Markup;

namespace MusicFlow.Web.TryIt;

/// <summary>One question and its answer, drawn.</summary>
/// <param name="Id">Number of the turn, unique while the program runs.</param>
/// <param name="Asked">The question as it is shown.</param>
/// <param name="Markup">The whole turn.</param>
/// <param name="Labels">Labels of the answer's buttons by their command: a press is shown by its label.</param>
internal sealed record Turn(long Id, string Asked, Html Markup, IReadOnlyDictionary<string, string> Labels);

/// <summary>What was said on the try-it page, in memory only: so many conversations, so many turns each; the conversation longest unused goes first. Thread-safe.</summary>
internal sealed class Conversations(IOptions<WebOptions> options)
{
    readonly Dictionary<string, LinkedListNode<(string Session, List<Turn> Turns)>> kept = new(StringComparer.Ordinal);
    readonly LinkedList<(string Session, List<Turn> Turns)> byUse = new();
    readonly Lock gate = new();
    long lastId;

    /// <summary>A number for the next turn.</summary>
    public long NextId() => Interlocked.Increment(ref lastId);

    /// <summary>The turns of a conversation, oldest first.</summary>
    public IReadOnlyList<Turn> Of(string? session)
    {
        lock (gate) return session is not null && kept.TryGetValue(session, out var node) ? [.. node.Value.Turns] : [];
    }

    /// <summary>Adds a turn, or puts it where another one stood.</summary>
    /// <returns>Whether it took the other one's place.</returns>
    public bool Add(string session, Turn turn, long? replaced)
    {
        lock (gate)
        {
            var turns = Use(session);
            var place = turns.FindIndex(known => known.Id == replaced);
            if (place >= 0) turns[place] = turn;
            else turns.Add(turn);
            if (turns.Count > options.Value.AnswersPerConversation) turns.RemoveAt(0);
            return place >= 0;
        }
    }

    List<Turn> Use(string session)
    {
        if (kept.TryGetValue(session, out var node)) byUse.Remove(node);
        else kept[session] = node = new((session, []));
        byUse.AddFirst(node);
        while (kept.Count > options.Value.Conversations && byUse.Last is { } oldest)
        {
            byUse.RemoveLast();
            kept.Remove(oldest.Value.Session);
        }
        return node.Value.Turns;
    }
}
