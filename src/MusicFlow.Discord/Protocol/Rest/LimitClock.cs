namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Time that never goes back, for limits. Thread-safe.</summary>
sealed class LimitClock(TimeProvider time)
{
    /// <summary>Longest single wait; a waiter looks again afterwards.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    readonly long start = time.GetTimestamp();

    /// <summary>A signal that never comes.</summary>
    public static Task Never { get; } = new TaskCompletionSource().Task;

    /// <summary>Time since the clock was made.</summary>
    public TimeSpan Now => time.GetElapsedTime(start);

    /// <summary>Waits until a moment of this clock, or until a task ends, whichever is first.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task WaitAsync(TimeSpan until, Task signal, CancellationToken ct)
    {
        var wait = until - Now;
        if (wait <= TimeSpan.Zero) return;
        // Timers count whole milliseconds, rounded down; a moment too late is right, a moment too early is not.
        var whole = wait < Longest ? TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)) : Longest;
        await signal.WaitAsync(whole, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }
}
