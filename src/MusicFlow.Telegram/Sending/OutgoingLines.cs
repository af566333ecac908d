namespace MusicFlow.Telegram.Sending;

/// <summary>What leaves for one chat leaves in order, one after another; chats do not wait for each other. Thread-safe.</summary>
sealed class OutgoingLines
{
    /// <summary>Most messages that wait for one chat: some minutes at Telegram's pace.</summary>
    const int MostPerChat = 60;

    readonly Lock gate = new();
    readonly Dictionary<string, Line> lines = new(StringComparer.Ordinal);

    /// <summary>Queues work behind the earlier work for the chat.</summary>
    /// <exception cref="LineFullException">Too much waits there already.</exception>
    public Task<T> PostAsync<T>(string chat, Func<Task<T>> work)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(chat, out var line)) line = lines[chat] = new Line();
            if (line.Count == MostPerChat) throw new LineFullException();
            line.Count++;
            var mine = RunAsync(chat, line, line.Last, work);
            line.Last = mine;
            return mine;
        }
    }

    /// <summary>Ends when everything queued so far has left or failed.</summary>
    public Task DrainAsync()
    {
        lock (gate) return Task.WhenAll(lines.Values.Select(line => EndOf(line.Last)));
    }

    async Task<T> RunAsync<T>(string chat, Line line, Task before, Func<Task<T>> work)
    {
        await EndOf(before);
        // Never on the caller's thread, which holds the gate.
        await Task.Yield();
        try
        {
            return await work();
        }
        finally
        {
            lock (gate)
                if (--line.Count == 0)
                    lines.Remove(chat);
        }
    }

    /// <summary>Its end, whatever it was.</summary>
    static async Task EndOf(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    sealed class Line
    {
        public int Count { get; set; }

        public Task Last { get; set; } = Task.CompletedTask;
    }
}

/// <summary>More waits for a chat than Telegram takes in some minutes.</summary>
sealed class LineFullException() : Exception("Too many messages wait for this chat.");
