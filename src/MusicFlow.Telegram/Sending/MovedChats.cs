using System.Collections.Concurrent;

namespace MusicFlow.Telegram.Sending;

/// <summary>Groups that became supergroups, by their old id. Thread-safe.</summary>
/// <remarks>In memory: after a restart Telegram itself tells again, at the first message to the old id.</remarks>
sealed class MovedChats
{
    const int Most = 10_000;

    readonly ConcurrentDictionary<long, long> moved = new();

    public void Add(long from, long to)
    {
        if (from != to && moved.Count < Most) moved[from] = to;
    }

    /// <summary>Where to find a chat now.</summary>
    public long Find(long chat) => moved.GetValueOrDefault(chat, chat);
}
