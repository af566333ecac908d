using System.Text;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Answers to pressed buttons and inline queries.</summary>
internal sealed class QueryMethods(BotWorld world)
{
    /// <summary>An answer that comes later finds nobody waiting.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public JsonNode AnswerCallback(BotCall call)
    {
        Close(call.Text("callback_query_id"));
        if (call.Text("text") is { Length: > 200 }) throw ApiRefusedException.Bad("MESSAGE_TOO_LONG");
        return JsonValue.Create(true);
    }

    public JsonNode AnswerInline(BotCall call)
    {
        var results = call.Body["results"]!.AsArray();
        if (results.Count > 50) throw ApiRefusedException.Bad("RESULTS_TOO_MUCH");
        if (results.Select(Id).Any(id => Encoding.UTF8.GetByteCount(id) is < 1 or > 64)) throw ApiRefusedException.Bad("RESULT_ID_INVALID");
        if (results.Select(Id).Distinct(StringComparer.Ordinal).Count() < results.Count) throw ApiRefusedException.Bad("RESULT_ID_DUPLICATE");
        if (call.Body["button"] is JsonObject button && button["start_parameter"]?.GetValue<string>() is not { Length: >= 1 and <= 64 }) throw ApiRefusedException.Bad("START_PARAM_INVALID");
        foreach (var result in results) Check(result!.AsObject());
        Close(call.Text("inline_query_id"));
        return JsonValue.Create(true);
    }

    static void Check(JsonObject result)
    {
        if (result["type"]!.GetValue<string>() != "article") throw ApiRefusedException.Bad("emulator: only articles are served");
        if (result["title"]!.GetValue<string>().Length == 0) throw ApiRefusedException.Bad("RESULT_TITLE_EMPTY");
        Message(result);
    }

    /// <summary>The message that a result becomes when it is chosen.</summary>
    public static JsonObject Message(JsonObject result)
    {
        var content = result["input_message_content"]!.AsObject();
        var parsed = MessageText.Parse(content["message_text"]!.GetValue<string>(), content["parse_mode"]?.GetValue<string>());
        MessageText.Check(parsed.Text, "text");
        var message = new JsonObject { ["text"] = parsed.Text, ["entities"] = parsed.Entities };
        if (MarkupRules.Check(result["reply_markup"]) is { } markup) message["reply_markup"] = markup;
        return message;
    }

    static string Id(JsonNode? result) => result!["id"]!.GetValue<string>();

    void Close(string? id)
    {
        var isOpen = id is not null && world.OpenQueries.Remove(id, out var since) && world.Settings.Time.GetUtcNow() - since <= Patience;
        if (!isOpen) throw ApiRefusedException.Bad("query is too old and response timeout expired or query ID is invalid");
    }
}
