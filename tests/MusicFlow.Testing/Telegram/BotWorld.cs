using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Everything that the service remembers of one bot. Guarded by its <see cref="Gate"/>.</summary>
internal sealed class BotWorld(EmulatorSettings settings)
{
    public const long BotId = 4242424242;

    readonly Dictionary<long, EmulatedChat> chats = [];
    long nextFile = 1;
    long nextQuery = 900_000_001;

    public Lock Gate { get; } = new();

    public EmulatorSettings Settings => settings;

    public UpdateQueue Updates { get; } = new(settings.Time);

    public RateLimits Limits { get; } = new(settings.Time);

    public List<BotCall> Calls { get; } = [];

    /// <summary>Messages that were sent inline, by their id.</summary>
    public Dictionary<string, JsonObject> InlineMessages { get; } = new(StringComparer.Ordinal);

    /// <summary>Queries that wait for an answer, and when they came.</summary>
    public Dictionary<string, DateTimeOffset> OpenQueries { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, (string Name, byte[] Bytes)> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Pictures that the service can fetch; any other address fails.</summary>
    public HashSet<string> Addresses { get; } = new(StringComparer.Ordinal);

    /// <summary>Command menus by scope and language.</summary>
    public Dictionary<(string Scope, string Language), JsonArray> Menus { get; } = [];

    public JsonArray? AllowedUpdates { get; set; }

    public string WebhookUrl { get; set; } = "";

    public string? WebhookSecret { get; set; }

    public string? WebhookError { get; set; }

    public DateTimeOffset WebhookSetAt { get; set; }

    public JsonObject Bot => new() { ["id"] = BotId, ["is_bot"] = true, ["first_name"] = "MusicFlow", ["username"] = settings.BotName };

    public EmulatedChat Chat(long id)
    {
        lock (Gate)
        {
            if (chats.TryGetValue(id, out var chat)) return chat;
            return chats[id] = new EmulatedChat(id, id > 0 ? "private" : id < -1_000_000_000_000 ? "supergroup" : "group");
        }
    }

    /// <summary>The chat that a call writes to.</summary>
    public EmulatedChat Open(long id)
    {
        if (!chats.TryGetValue(id, out var chat)) throw ApiRefusedException.Bad("chat not found");
        if (chat.MovedTo is { } newId) throw new ApiRefusedException(400, "Bad Request: group chat was upgraded to a supergroup chat") { MigrateToChatId = newId };
        if (chat.ClosedBecause is { } reason) throw ApiRefusedException.Forbidden(reason);
        return chat;
    }

    public string NewFile(string name, byte[] bytes)
    {
        lock (Gate)
        {
            var id = $"AgACAgIAAxkBAAI{nextFile++:D8}";
            Files[id] = (name, bytes);
            return id;
        }
    }

    public string NewQuery()
    {
        lock (Gate)
        {
            var id = $"{nextQuery++}";
            OpenQueries[id] = settings.Time.GetUtcNow();
            return id;
        }
    }

    public long Seconds() => settings.Time.GetUtcNow().ToUnixTimeSeconds();
}
