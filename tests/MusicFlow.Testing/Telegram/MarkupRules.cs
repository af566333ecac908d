using System.Text;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>What may stand under a message.</summary>
internal static class MarkupRules
{
    const int MostButtons = 100;
    const int MostBytes = 64;

    /// <returns>The keyboard as the message keeps it; <see langword="null"/> for none.</returns>
    public static JsonObject? Check(JsonNode? markup)
    {
        if (markup?["inline_keyboard"] is not JsonArray rows) return null;
        var buttons = rows.SelectMany(row => row!.AsArray()).ToList();
        if (buttons.Count == 0) return null;
        if (buttons.Count > MostButtons) throw ApiRefusedException.Bad("reply markup is too long");
        foreach (var button in buttons) Check(button!.AsObject());
        return markup.DeepClone().AsObject();
    }

    static void Check(JsonObject button)
    {
        if (string.IsNullOrWhiteSpace(button["text"]?.GetValue<string>())) throw ApiRefusedException.Bad("can't parse inline keyboard button: Field \"text\" must be a non-empty String");
        if (button.Count != 2) throw ApiRefusedException.Bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        if (button["callback_data"]?.GetValue<string>() is { } callback && Encoding.UTF8.GetByteCount(callback) is < 1 or > MostBytes) throw ApiRefusedException.Bad("BUTTON_DATA_INVALID");
        if (button["url"]?.GetValue<string>() is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _)) throw ApiRefusedException.Bad("BUTTON_URL_INVALID");
    }
}
