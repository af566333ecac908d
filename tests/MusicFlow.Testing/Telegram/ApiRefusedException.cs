namespace MusicFlow.Testing.Telegram;

/// <summary>What the Bot API says no with.</summary>
/// <param name="code">HTTP status and <c>error_code</c>.</param>
/// <param name="description">In the service's own words.</param>
public sealed class ApiRefusedException(int code, string description) : Exception(description)
{
    public int Code => code;

    /// <summary>Seconds, with 429.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The supergroup that a group became.</summary>
    public long? MigrateToChatId { get; init; }

    public static ApiRefusedException Bad(string what) => new(400, $"Bad Request: {what}");

    public static ApiRefusedException Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static ApiRefusedException TooMany(int seconds) => new(429, $"Too Many Requests: retry after {seconds}") { RetryAfter = seconds };
}
