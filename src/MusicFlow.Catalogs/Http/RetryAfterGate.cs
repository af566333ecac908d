using System.Net.Http.Headers;

namespace MusicFlow.Catalogs.Http;

/// <summary>Remembers until when a provider wants to be left alone, for at most a day. Thread-safe.</summary>
internal sealed class RetryAfterGate(TimeProvider time)
{
    static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>What is waited where a provider says "too many" and not for how long.</summary>
    static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    long openAt;

    /// <summary>How long the gate stays closed; <see langword="null"/> while it is open.</summary>
    public TimeSpan? ClosedFor => new DateTimeOffset(Interlocked.Read(ref openAt), TimeSpan.Zero) - time.GetUtcNow() is var left && left > TimeSpan.Zero ? left : null;

    /// <summary>Closes the gate.</summary>
    /// <param name="retryAfter">For how long, as the provider says; <see langword="null"/> where it does not say.</param>
    public void Close(TimeSpan? retryAfter)
    {
        var wait = retryAfter is { } said && said > TimeSpan.Zero ? said : Unsaid;
        Interlocked.Exchange(ref openAt, (time.GetUtcNow() + (wait < Longest ? wait : Longest)).UtcTicks);
    }

    /// <summary>How long a header asks to wait, in seconds or until a date; <see langword="null"/> without one.</summary>
    public TimeSpan? Read(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
