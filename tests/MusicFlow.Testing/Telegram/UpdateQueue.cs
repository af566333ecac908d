using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>The updates that a bot has not confirmed, and the one getUpdates call that may wait for more. Thread-safe.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    readonly Lock gate = new();
    readonly List<JsonObject> pending = [];
    long nextId = 100_001;
    TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource<string>? poll;

    public int Count
    {
        get
        {
            lock (gate) return pending.Count;
        }
    }

    /// <summary>Numbers an update and queues it.</summary>
    public long Add(JsonObject update)
    {
        lock (gate)
        {
            update["update_id"] = nextId;
            pending.Add(update);
            news.TrySetResult();
            news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return nextId++;
        }
    }

    /// <summary>Ends the waiting call, if there is one, with 409.</summary>
    public void EndPoll(string reason)
    {
        lock (gate) poll?.TrySetResult(reason);
    }

    /// <summary>Long polling with all its rules.</summary>
    public async Task<JsonArray> GetAsync(long? offset, int limit, TimeSpan timeout, CancellationToken ct)
    {
        TaskCompletionSource<string> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            poll?.TrySetResult("terminated by other getUpdates request; make sure that only one bot instance is running");
            poll = mine;
            Confirm(offset);
        }
        var end = Task.Delay(timeout, time, ct);
        while (true)
        {
            var (found, changed) = Take(limit);
            if (mine.Task.IsCompleted) throw new ApiRefusedException(409, $"Conflict: {await mine.Task}");
            if (found.Count > 0 || end.IsCompleted) return Finish(mine, found);
            await Task.WhenAny(changed, end, mine.Task);
        }
    }

    /// <summary>Takes the first update away, for a delivery by webhook.</summary>
    public JsonObject? First()
    {
        lock (gate) return pending.Count == 0 ? null : pending[0];
    }

    public void Remove(JsonObject update)
    {
        lock (gate) pending.Remove(update);
    }

    public Task WaitAsync()
    {
        lock (gate) return pending.Count > 0 ? Task.CompletedTask : news.Task;
    }

    public void Clear()
    {
        lock (gate) pending.Clear();
    }

    (JsonArray Found, Task Changed) Take(int limit)
    {
        lock (gate) return ([.. pending.Take(limit).Select(update => update.DeepClone())], news.Task);
    }

    JsonArray Finish(TaskCompletionSource<string> mine, JsonArray found)
    {
        lock (gate)
            if (poll == mine)
                poll = null;
        return found;
    }

    void Confirm(long? offset)
    {
        if (offset is > 0) pending.RemoveAll(update => (long)update["update_id"]! < offset);
        if (offset is < 0 && pending.Count > -offset) pending.RemoveRange(0, (int)(pending.Count + offset.Value));
    }
}
