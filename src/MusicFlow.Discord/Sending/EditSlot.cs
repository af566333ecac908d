using MusicFlow.Chat;

namespace MusicFlow.Discord.Sending;

/// <summary>The edits of one message: at most one in five seconds, always the newest, the last one never left out. Thread-safe.</summary>
#pragma warning disable CA1001 // A SemaphoreSlim holds a handle only where its wait handle is asked for.
sealed class EditSlot(TimeProvider time)
#pragma warning restore CA1001
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim turn = new(1, 1);
    readonly Lock gate = new();
    Reply? latest;
    long? last;
    int queued;
    int sent;
    int waiting;
    bool isClosed;

    /// <summary>Takes the newest state of the message.</summary>
    /// <returns>Its number; <see langword="null"/> where this slot is given up.</returns>
    public int? TryQueue(Reply reply)
    {
        lock (gate)
        {
            if (isClosed) return null;
            latest = reply;
            waiting++;
            return ++queued;
        }
    }

    /// <summary>Sends the newest state, unless somebody else has sent it together with theirs.</summary>
    public async Task SendAsync(int number, Func<Reply, Task> send, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (IsSent(number)) return;
            if (last is { } before && time.GetElapsedTime(before) is var since && since < Pause) await Task.Delay(Pause - since, time, ct);
            var (reply, newest) = Newest();
            last = time.GetTimestamp();
            await send(reply);
            lock (gate) sent = newest;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One edit is done.</summary>
    public void Leave()
    {
        lock (gate) waiting--;
    }

    /// <summary>Gives the slot up.</summary>
    /// <returns><see langword="false"/> while somebody waits or the pause lasts.</returns>
    public bool TryClose()
    {
        lock (gate) return isClosed = waiting == 0 && (last is null || time.GetElapsedTime(last.Value) >= Pause);
    }

    bool IsSent(int number)
    {
        lock (gate) return sent >= number;
    }

    (Reply Reply, int Number) Newest()
    {
        lock (gate) return (latest!, queued);
    }
}
