using MusicFlow.Chat;

namespace MusicFlow.Telegram.Sending;

/// <summary>Draws edits of one message together: at most one in a while, and always the last one. Thread-safe.</summary>
/// <param name="gap">Least time between two edits of one message.</param>
/// <param name="time">The clock.</param>
sealed class EditGate(TimeSpan gap, TimeProvider time)
{
    const int MostRemembered = 1_000;

    readonly Lock gate = new();
    readonly Dictionary<MessageAddress, Pending> pending = [];
    readonly Dictionary<MessageAddress, DateTimeOffset> edited = [];

    /// <summary>Edits now, or when the gap allows; an edit that still waits then takes on this reply.</summary>
    /// <param name="message">The message.</param>
    /// <param name="reply">What it shall become.</param>
    /// <param name="edit">Changes the message to a reply.</param>
    /// <returns>Ends when this reply, or a later one, stands there.</returns>
    public Task RunAsync(MessageAddress message, Reply reply, Func<Reply, Task> edit)
    {
        lock (gate)
        {
            if (pending.TryGetValue(message, out var waiting))
            {
                waiting.Reply = reply;
                return waiting.Done;
            }
            var mine = pending[message] = new Pending { Reply = reply };
            return mine.Done = EditAsync(message, mine, edit);
        }
    }

    async Task EditAsync(MessageAddress message, Pending mine, Func<Reply, Task> edit)
    {
        await Task.Yield();
        if (Wait(message) is var wait && wait > TimeSpan.Zero) await Task.Delay(wait, time);
        Reply reply;
        lock (gate)
        {
            pending.Remove(message);
            reply = mine.Reply;
            Remember(message);
        }
        await edit(reply);
    }

    TimeSpan Wait(MessageAddress message)
    {
        lock (gate) return edited.TryGetValue(message, out var last) ? last + gap - time.GetUtcNow() : TimeSpan.Zero;
    }

    void Remember(MessageAddress message)
    {
        var now = time.GetUtcNow();
        if (edited.Count >= MostRemembered)
            foreach (var old in edited.Where(entry => entry.Value + gap < now).Select(entry => entry.Key).ToList())
                edited.Remove(old);
        edited[message] = now;
    }

    sealed class Pending
    {
        public required Reply Reply { get; set; }

        public Task Done { get; set; } = Task.CompletedTask;
    }
}
