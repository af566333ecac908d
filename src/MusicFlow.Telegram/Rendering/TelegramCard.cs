using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Rendering;

/// <summary>A reply as Telegram takes it: a photo, a text, or a photo followed by a text.</summary>
sealed record TelegramCard
{
    /// <summary>The photo with the text under it; <see langword="null"/> for none.</summary>
    public CardPhoto? Photo { get; init; }

    /// <summary>The text message; <see langword="null"/> when all stands under the photo.</summary>
    public FormattedText? Text { get; init; }

    /// <summary>Buttons, under the last of the two.</summary>
    public InlineKeyboardMarkup? Keyboard { get; init; }
}

/// <summary>A photo with its text.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Caption">At most 1024 units.</param>
sealed record CardPhoto(Block.Picture Picture, FormattedText Caption);
