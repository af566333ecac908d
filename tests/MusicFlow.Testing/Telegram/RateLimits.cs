namespace MusicFlow.Testing.Telegram;

/// <summary>The limits of the FAQ: 30 messages a second, 1 a second in a chat (3 in 3 s pass), 20 a minute in a group. Not thread-safe.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    static readonly (int Count, TimeSpan Span) Overall = (30, TimeSpan.FromSeconds(1));
    static readonly (int Count, TimeSpan Span) Chat = (3, TimeSpan.FromSeconds(3));
    static readonly (int Count, TimeSpan Span) Group = (20, TimeSpan.FromMinutes(1));

    readonly List<DateTimeOffset> all = [];
    readonly Dictionary<long, List<DateTimeOffset>> chats = [];

    /// <exception cref="ApiRefusedException">429.</exception>
    public void Take(long chat)
    {
        var now = time.GetUtcNow();
        if (!chats.TryGetValue(chat, out var sent)) chats[chat] = sent = [];
        var wait = new[] { Wait(all, Overall, now), Wait(sent, Chat, now), chat < 0 ? Wait(sent, Group, now) : TimeSpan.Zero }.Max();
        if (wait > TimeSpan.Zero) throw ApiRefusedException.TooMany((int)Math.Ceiling(wait.TotalSeconds));
        all.Add(now);
        sent.Add(now);
    }

    static TimeSpan Wait(List<DateTimeOffset> sent, (int Count, TimeSpan Span) limit, DateTimeOffset now) =>
        sent.Count < limit.Count ? TimeSpan.Zero : sent[^limit.Count] + limit.Span - now;
}
