namespace MusicFlow.Testing;

/// <summary>A clock that stands still until a test moves it; its timers ring when it passes them. Thread-safe.</summary>
public sealed class ManualTime : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Timer> timers = [];
    TimeSpan passed;

    /// <summary>When the clock starts.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 5, 17, 20, 15, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Timers that will ring.</summary>
    public int Waiting
    {
        get
        {
            lock (gate) return timers.Count;
        }
    }

    public override DateTimeOffset GetUtcNow() => Start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on; the timers on the way ring one after the other, each at its time.</summary>
    public void Advance(TimeSpan time)
    {
        var end = Passed + time;
        while (Next(end) is { } timer) timer.Ring();
        lock (gate) passed = end;
    }

    /// <summary>Waits until somebody waits for the clock.</summary>
    public async Task UntilWaitingAsync(int timers = 1)
    {
        while (Waiting < timers) await Task.Delay(1);
    }

    TimeSpan Passed
    {
        get
        {
            lock (gate) return passed;
        }
    }

    Timer? Next(TimeSpan end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is null) return null;
            passed = next.Due > passed ? next.Due : passed;
            next.Arm(passed);
            if (next.Due == TimeSpan.MaxValue) timers.Remove(next);
            return next;
        }
    }

    sealed class Timer(ManualTime clock, Action ring) : ITimer
    {
        TimeSpan period;

        public TimeSpan Due { get; private set; } = TimeSpan.MaxValue;

        public void Ring() => ring();

        public void Arm(TimeSpan now) => Due = period > TimeSpan.Zero ? now + period : TimeSpan.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                period = newPeriod;
                Due = dueTime < TimeSpan.Zero ? TimeSpan.MaxValue : clock.passed + dueTime;
                if (Due != TimeSpan.MaxValue) clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate) clock.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
