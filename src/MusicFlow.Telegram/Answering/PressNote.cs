using MusicFlow.Chat;
using MusicFlow.Telegram.Protocol;
using MusicFlow.Telegram.Rendering;

namespace MusicFlow.Telegram.Answering;

/// <summary>A short private reply as the note that a pressed button can show. Pure.</summary>
static class PressNote
{
    /// <returns>The whole reply as plain text, or <see langword="null"/> when it is longer than a note or has more than text.</returns>
    public static string? Of(Reply reply)
    {
        if (TelegramRenderer.Render(reply) is not { Photo: null, Text: { } text }) return null;
        var hasButtons = reply.Buttons.Count > 0 && reply.Kind is ReplyKind.Answered or ReplyKind.Ambiguous;
        return hasButtons || text.Plain.Length > AnswerCallbackQuery.LongestText ? null : text.Plain;
    }
}
