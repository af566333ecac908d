using System.Globalization;

namespace MusicFlow.Telegram.Sending;

/// <summary>Which message, and what an edit of it must know: a text and a caption are changed by different calls.</summary>
/// <param name="Number">Its number in the chat; 0 for one sent inline.</param>
/// <param name="IsPhoto">Whether it holds a photo.</param>
readonly record struct TelegramMessageId(long Number, bool IsPhoto)
{
    const string InlinePrefix = "inline:";
    const char PhotoSuffix = 'p';

    /// <summary>The id of a message that was sent inline; <see langword="null"/> for all others.</summary>
    public string? InlineId { get; init; }

    public static TelegramMessageId Inline(string id) => new(0, false) { InlineId = id };

    /// <exception cref="ArgumentException">It was not made here.</exception>
    public static TelegramMessageId Parse(string text)
    {
        if (text.StartsWith(InlinePrefix, StringComparison.Ordinal)) return Inline(text[InlinePrefix.Length..]);
        var isPhoto = text.EndsWith(PhotoSuffix);
        return long.TryParse(isPhoto ? text.AsSpan(0, text.Length - 1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new TelegramMessageId(number, isPhoto)
            : throw new ArgumentException("That is no message of Telegram's.", nameof(text));
    }

    /// <summary><c>17</c>, <c>17p</c> for a photo, <c>inline:…</c>.</summary>
    public override string ToString() => InlineId is { } id ? InlinePrefix + id : string.Create(CultureInfo.InvariantCulture, $"{Number}{(IsPhoto ? PhotoSuffix.ToString() : "")}");
}
