namespace MusicFlow.Testing;

/// <summary>A clock that stands still until a test moves it. Makes no timers.</summary>
public sealed class ManualTime : TimeProvider
{
    TimeSpan passed;

    /// <summary>When the clock starts.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 5, 17, 20, 15, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Start + passed;

    public override long GetTimestamp() => passed.Ticks;

    public void Advance(TimeSpan time) => passed += time;
}
