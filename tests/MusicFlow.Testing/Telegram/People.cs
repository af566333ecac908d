using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>The people of the emulator: what they do reaches the bot as an update.</summary>
public sealed class People
{
    readonly BotWorld world;

    internal People(BotWorld world) => this.world = world;

    /// <summary>Somebody who has not blocked the bot, and their private chat.</summary>
    public EmulatedUser Ada { get; } = new();

    /// <summary>A chat; made when it is asked for first. Positive: a person's; below -10¹²: a supergroup; else a group.</summary>
    public EmulatedChat Chat(long id) => world.Chat(id);

    /// <summary>The messages of a chat, the oldest first.</summary>
    public IReadOnlyList<JsonObject> Messages(long chat)
    {
        lock (world.Gate) return [.. world.Chat(chat).Messages.Values.Select(message => message.DeepClone().AsObject())];
    }

    /// <summary>Somebody writes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Who; Ada if not said.</param>
    /// <param name="chat">Where; the person's own chat if not said.</param>
    /// <param name="with">Adds fields to the message.</param>
    /// <returns>The message's number.</returns>
    public long Say(string text, EmulatedUser? from = null, long? chat = null, Action<JsonObject>? with = null)
    {
        var user = from ?? Ada;
        lock (world.Gate)
        {
            var where = world.Chat(chat ?? user.Id);
            var message = new JsonObject { ["message_id"] = where.NextMessage++, ["date"] = world.Seconds(), ["chat"] = where.ToJson(), ["from"] = user.ToJson(), ["text"] = text };
            if (text.StartsWith('/')) message["entities"] = new JsonArray(new JsonObject { ["type"] = "bot_command", ["offset"] = 0, ["length"] = text.Split(' ', '\n')[0].Length });
            with?.Invoke(message);
            var number = (long)message["message_id"]!;
            where.Messages[number] = message;
            Tell(new JsonObject { ["message"] = message.DeepClone() });
            return number;
        }
    }

    /// <summary>Somebody presses a button of a message of the bot.</summary>
    /// <returns>The query's id.</returns>
    public string Press(long chat, long message, string label, EmulatedUser? from = null, Action<JsonObject>? with = null)
    {
        lock (world.Gate)
        {
            var source = world.Chat(chat).Messages[message];
            return Press(Data(source, label), from, query =>
            {
                query["message"] = source.DeepClone();
                with?.Invoke(query);
            });
        }
    }

    /// <summary>Somebody presses a button of a message that was sent inline.</summary>
    public string PressInline(string message, string label, EmulatedUser? from = null)
    {
        lock (world.Gate) return Press(Data(world.InlineMessages[message], label), from, query => query["inline_message_id"] = message);
    }

    /// <summary>A client sends any callback data, on no message.</summary>
    public string Press(string data, EmulatedUser? from, Action<JsonObject>? with)
    {
        var id = world.NewQuery();
        var query = new JsonObject { ["id"] = id, ["from"] = (from ?? Ada).ToJson(), ["chat_instance"] = "-77", ["data"] = data };
        with?.Invoke(query);
        Tell(new JsonObject { ["callback_query"] = query });
        return id;
    }

    /// <summary>Somebody types <c>@bot query</c> somewhere.</summary>
    /// <returns>The query's id.</returns>
    public string Ask(string query, EmulatedUser? from = null)
    {
        var id = world.NewQuery();
        Tell(new JsonObject { ["inline_query"] = new JsonObject { ["id"] = id, ["from"] = (from ?? Ada).ToJson(), ["query"] = query, ["offset"] = "" } });
        return id;
    }

    /// <summary>Somebody chooses an inline result.</summary>
    /// <returns>The inline message's id.</returns>
    public string Choose(BotCall answer, int result)
    {
        lock (world.Gate)
        {
            var id = $"inline-{world.InlineMessages.Count + 1}";
            var message = QueryMethods.Message(answer.Body["results"]![result]!.AsObject());
            world.InlineMessages[id] = message;
            return id;
        }
    }

    /// <summary>A message that was sent inline, as it looks now.</summary>
    public JsonObject InlineMessage(string id)
    {
        lock (world.Gate) return world.InlineMessages[id].DeepClone().AsObject();
    }

    /// <summary>A file that the bot can download.</summary>
    /// <returns>Its id.</returns>
    public string Upload(string name, byte[] bytes) => world.NewFile(name, bytes);

    /// <summary>Anything happens.</summary>
    /// <returns>The update's number.</returns>
    public long Tell(JsonObject update)
    {
        if (world.Settings.HasShapes)
        {
            var numbered = update.DeepClone().AsObject();
            numbered["update_id"] = 1;
            if (JsonShape.Objects.Problem(numbered, "TelegramUpdate") is { } problem) throw new ArgumentException($"That is no update: {problem}", nameof(update));
        }
        var isWanted = world.AllowedUpdates is not { Count: > 0 } kinds || update.Any(field => kinds.Any(kind => kind!.GetValue<string>() == field.Key));
        return isWanted ? world.Updates.Add(update) : 0;
    }

    static string Data(JsonObject message, string label)
    {
        var buttons = (message["reply_markup"]?["inline_keyboard"]?.AsArray() ?? []).SelectMany(row => row!.AsArray()).ToList();
        var button = buttons.Find(some => (string)some!["text"]! == label) ?? throw new ArgumentException($"There is no button \"{label}\", only {string.Join(", ", buttons.Select(some => (string)some!["text"]!))}.", nameof(label));
        return (string)button["callback_data"]!;
    }
}
