namespace MusicFlow.Telegram.Protocol;

/// <summary>How fast messages may leave: overall, in each chat and in each group, as Telegram's FAQ has it; and not before it said so. Thread-safe.</summary>
/// <remarks>core.telegram.org/bots/faq: about one message a second in a chat (short bursts pass), 20 a minute in a group, 30 a second overall. Edits share the budget.</remarks>
/// <param name="time">The clock.</param>
sealed class Pace(TimeProvider time)
{
    /// <summary>Chats remembered before idle ones are forgotten.</summary>
    const int MostChats = 10_000;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly Dictionary<long, ChatPace> chats = [];
    readonly SlidingWindow overall = new(30, TimeSpan.FromSeconds(1));

    /// <summary>Whether the limits hold; Telegram's own "wait" holds always.</summary>
    public bool IsLimited { get; init; } = true;

    /// <summary>Waits for this call's turn. Turns are given in the order of asking, for each chat.</summary>
    /// <param name="chat">The chat, negative for a group.</param>
    /// <param name="ct">Cancels; the turn is lost.</param>
    public async Task WaitAsync(long chat, CancellationToken ct)
    {
        var wait = Reserve(chat) - time.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
    }

    /// <summary>Telegram said "too many requests".</summary>
    /// <param name="chat">The chat it said so for.</param>
    /// <param name="wait">How long.</param>
    public void Hold(long chat, TimeSpan wait)
    {
        lock (gate) Of(chat).ClosedUntil = time.GetUtcNow() + wait;
    }

    DateTimeOffset Reserve(long chat)
    {
        lock (gate)
        {
            var (at, pace) = (time.GetUtcNow(), Of(chat));
            if (pace.ClosedUntil > at) at = pace.ClosedUntil;
            if (!IsLimited) return at;
            at = overall.Earliest(pace.Minute?.Earliest(pace.Second.Earliest(at)) ?? pace.Second.Earliest(at));
            overall.Take(at);
            pace.Second.Take(at);
            pace.Minute?.Take(at);
            return at;
        }
    }

    ChatPace Of(long chat)
    {
        if (chats.TryGetValue(chat, out var known)) return known;
        if (chats.Count >= MostChats) ForgetIdle();
        return chats[chat] = new ChatPace(new SlidingWindow(3, TimeSpan.FromSeconds(3)), chat < 0 ? new SlidingWindow(20, Minute) : null);
    }

    void ForgetIdle()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, pace) in chats)
            if (pace.Second.Last + Minute < now && pace.ClosedUntil < now)
                chats.Remove(chat);
    }

    sealed record ChatPace(SlidingWindow Second, SlidingWindow? Minute)
    {
        public DateTimeOffset ClosedUntil { get; set; }
    }
}
