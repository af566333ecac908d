using System.Globalization;

namespace MusicFlow.Telegram.Protocol;

/// <summary>Telegram answered <c>ok: false</c>.</summary>
public sealed class TelegramApiException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="method">The method that was called.</param>
    /// <param name="code">As in <see cref="Code"/>.</param>
    /// <param name="description">As in <see cref="Description"/>.</param>
    public TelegramApiException(string method, int code, string description)
        : base(string.Create(CultureInfo.InvariantCulture, $"Telegram refused {method} ({code}): {description}"))
    {
        Code = code;
        Description = description;
    }

    /// <summary>An HTTP status: 400 wrong, 401 token, 403 blocked, 404 method, 409 another reader, 429 too fast, 5xx broken there.</summary>
    public int Code { get; }

    /// <summary>Telegram's own words, such as <c>Bad Request: chat not found</c>.</summary>
    public string Description { get; }

    /// <summary>How long to wait; <see langword="null"/> where Telegram does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The supergroup that the group became; <see langword="null"/> otherwise.</summary>
    public long? MigrateToChatId { get; init; }

    /// <summary>The message already looks like that: as good as done.</summary>
    public bool IsNotModified => Says("message is not modified");

    /// <summary>The chat is closed to the bot: blocked, kicked, not a member, deactivated, deleted.</summary>
    public bool IsChatGone => Code == 403 || Says("chat not found") || Says("PEER_ID_INVALID");

    /// <summary>The token is wrong or withdrawn; asking again is in vain.</summary>
    public bool IsTokenRefused => Code is 401 or 404;

    /// <summary>Whether the description, after its prefix, begins with the words; letter case aside.</summary>
    public bool Says(string words)
    {
        var colon = Description.IndexOf(": ", StringComparison.Ordinal);
        return Description.AsSpan(colon < 0 ? 0 : colon + 2).StartsWith(words, StringComparison.OrdinalIgnoreCase);
    }
}
