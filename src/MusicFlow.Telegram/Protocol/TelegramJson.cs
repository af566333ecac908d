using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicFlow.Telegram.Protocol;

/// <summary>What every answer of Telegram is wrapped in.</summary>
/// <param name="Ok">Whether it did what was asked.</param>
sealed record Envelope(bool Ok)
{
    public JsonElement? Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

/// <summary>What Telegram advises after a refusal.</summary>
sealed record ResponseParameters
{
    public int? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }
}

/// <summary>JSON in Telegram's spelling. Unknown fields are skipped, missing ones are left out. Half a surrogate pair becomes U+FFFD on the way out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Envelope))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(TelegramMessage))]
[JsonSerializable(typeof(TelegramUser))]
[JsonSerializable(typeof(TelegramFile))]
[JsonSerializable(typeof(ChatMember))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(List<BotCommand>))]
[JsonSerializable(typeof(List<JsonElement>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(NoParameters))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(SendPhoto))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageCaption))]
[JsonSerializable(typeof(EditMessageMedia))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(SendChatAction))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(AnswerInlineQuery))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(GetMyCommands))]
[JsonSerializable(typeof(GetFile))]
[JsonSerializable(typeof(GetChatMember))]
sealed partial class TelegramJson : JsonSerializerContext
{
    /// <summary>The one set of rules: as generated, and letters of all scripts written as they are.</summary>
    public static TelegramJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
