using System.Text.Json;

namespace MusicFlow.Telegram.Protocol;

/// <summary>Reads updates one by one, so that one that is not as expected cannot stop those behind it.</summary>
static class UpdateReader
{
    /// <returns>The update; only its number when the rest cannot be read, and number 0 when not even that.</returns>
    public static Update Read(JsonElement element)
    {
        try
        {
            return element.Deserialize(TelegramJson.Wire.Update)!;
        }
        catch (JsonException)
        {
            return new Update(NumberOf(element));
        }
    }

    static long NumberOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("update_id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number : 0;
}
