using System.Text;
using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Rendering;

/// <summary>Lays buttons out in rows that a phone can show. Pure.</summary>
static class TelegramKeyboard
{
    /// <summary>Most buttons of a message.</summary>
    const int MostButtons = 100;

    const int MostInRow = 5;

    /// <summary>Letters, and some for the frame of each button, that fit beside each other.</summary>
    const int RowWidth = 34;

    const int FrameWidth = 3;

    /// <returns><see langword="null"/> for no buttons. A button that Telegram would refuse (nothing on it, or more than 64 bytes behind it) is left out.</returns>
    public static InlineKeyboardMarkup? Of(IReadOnlyList<Button> buttons)
    {
        List<List<InlineKeyboardButton>> rows = [];
        var room = 0;
        foreach (var button in buttons.Where(IsPossible).Take(MostButtons))
        {
            var width = button.Label.Length + FrameWidth;
            if (width > room || rows[^1].Count == MostInRow)
            {
                rows.Add([]);
                room = RowWidth;
            }
            room -= width;
            rows[^1].Add(new InlineKeyboardButton(button.Label) { CallbackData = button.Command });
        }
        return rows.Count == 0 ? null : new InlineKeyboardMarkup(rows);
    }

    static bool IsPossible(Button button) =>
        !string.IsNullOrWhiteSpace(button.Label) && Encoding.UTF8.GetByteCount(button.Command) is >= 1 and <= Button.MostBytes;
}
