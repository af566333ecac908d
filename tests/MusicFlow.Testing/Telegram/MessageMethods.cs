using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Sends, changes and deletes messages, and refuses what the service refuses.</summary>
internal sealed class MessageMethods(BotWorld world)
{
    public JsonNode Send(BotCall call, bool isPhoto)
    {
        var chat = world.Open(call.Chat);
        if (world.Settings.HasLimits) world.Limits.Take(chat.Id);
        var message = new JsonObject { ["message_id"] = 0, ["date"] = world.Seconds(), ["chat"] = chat.ToJson(), ["from"] = world.Bot };
        Place(call, chat, message);
        if (isPhoto) message["photo"] = PhotoRules.Sizes(world, call, call.Body["photo"]);
        MessageText.Write(message, isPhoto ? "caption" : "text", call.Body);
        if (MarkupRules.Check(call.Body["reply_markup"]) is { } markup) message["reply_markup"] = markup;
        if (call.Body["ephemeral_message_parameters"] is JsonObject only) return Whisper(chat, message, only);
        message["message_id"] = chat.NextMessage++;
        chat.Messages[(long)message["message_id"]!] = message;
        return message.DeepClone();
    }

    public JsonNode Edit(BotCall call)
    {
        var message = Find(call);
        var before = message.DeepClone().AsObject();
        var body = call.Method == "editMessageMedia" ? call.Body["media"]!.AsObject() : call.Body;
        if (world.Settings.HasLimits && call.Body["chat_id"] is not null) world.Limits.Take(call.Chat);
        Change(call, message, body);
        message.Remove("reply_markup");
        if (MarkupRules.Check(call.Body["reply_markup"]) is { } markup) message["reply_markup"] = markup;
        if (JsonNode.DeepEquals(Visible(before), Visible(message)))
            throw ApiRefusedException.Bad("message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        message["edit_date"] = world.Seconds();
        return call.Body["inline_message_id"] is null ? message.DeepClone() : JsonValue.Create(true);
    }

    public JsonNode Delete(BotCall call)
    {
        if (!world.Open(call.Chat).Messages.Remove(call.Number("message_id") ?? 0)) throw ApiRefusedException.Bad("message to delete not found");
        return JsonValue.Create(true);
    }

    void Change(BotCall call, JsonObject message, JsonObject body)
    {
        switch (call.Method)
        {
            case "editMessageText" when message["photo"] is null: MessageText.Write(message, "text", body); break;
            case "editMessageText": throw ApiRefusedException.Bad("there is no text in the message to edit");
            case "editMessageCaption" when message["photo"] is not null: MessageText.Write(message, "caption", body); break;
            case "editMessageCaption": throw ApiRefusedException.Bad("there is no caption in the message to edit");
            case "editMessageMedia":
                if (call.Files.Count > 0 && call.Body["inline_message_id"] is not null) throw ApiRefusedException.Bad("wrong file identifier/HTTP URL specified");
                message["photo"] = PhotoRules.Sizes(world, call, body["media"]);
                message.Remove("text");
                message.Remove("entities");
                MessageText.Write(message, "caption", body);
                break;
        }
    }

    /// <summary>What counts as content: a photo sent again is another one.</summary>
    static JsonObject Visible(JsonObject message) =>
        new(message.Where(field => field.Key is not ("edit_date" or "date")).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

    JsonObject Find(BotCall call)
    {
        if (call.Text("inline_message_id") is { } id) return world.InlineMessages.GetValueOrDefault(id) ?? throw ApiRefusedException.Bad("MESSAGE_ID_INVALID");
        var message = world.Open(call.Chat).Messages.GetValueOrDefault(call.Number("message_id") ?? 0) ?? throw ApiRefusedException.Bad("message to edit not found");
        return (long)message["from"]!["id"]! == BotWorld.BotId ? message : throw ApiRefusedException.Bad("message can't be edited");
    }

    static void Place(BotCall call, EmulatedChat chat, JsonObject message)
    {
        if (call.Number("message_thread_id") is { } thread)
        {
            if (!chat.Topics.Contains(thread)) throw ApiRefusedException.Bad("message thread not found");
            message["message_thread_id"] = thread;
            message["is_topic_message"] = true;
        }
        if (call.Body["reply_parameters"] is not JsonObject reply) return;
        if (chat.Messages.TryGetValue((long)reply["message_id"]!, out var original))
        {
            var quoted = original.DeepClone().AsObject();
            quoted.Remove("reply_to_message");
            message["reply_to_message"] = quoted;
        }
        else if (reply["allow_sending_without_reply"]?.GetValue<bool>() is not true)
        {
            throw ApiRefusedException.Bad("message to be replied not found");
        }
    }

    JsonNode Whisper(EmulatedChat chat, JsonObject message, JsonObject only)
    {
        if (world.Settings.RefusesEphemeral || chat.Type == "private") throw ApiRefusedException.Bad("EPHEMERAL_NOT_ALLOWED");
        if (only["callback_query_id"]?.GetValue<string>() is { } query && !world.OpenQueries.ContainsKey(query)) throw ApiRefusedException.Bad("QUERY_ID_INVALID");
        message["ephemeral_message_id"] = chat.NextMessage++;
        message["receiver_user"] = new JsonObject { ["id"] = only["receiver_user_id"]!.DeepClone(), ["is_bot"] = false, ["first_name"] = "Ada" };
        return message.DeepClone();
    }
}
