using System.Globalization;
using System.Text.Json.Nodes;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord;

/// <summary>A message as people see it.</summary>
/// <param name="id">Snowflake.</param>
/// <param name="channel">Snowflake of its channel.</param>
public sealed class EmulatedMessage(string id, string channel)
{
    /// <summary>Snowflake.</summary>
    public string Id { get; } = id;

    /// <summary>Snowflake of its channel.</summary>
    public string Channel { get; } = channel;

    /// <summary>What it shows: the fields that were sent, edits merged in.</summary>
    public JsonObject Body { get; private set; } = [];

    /// <summary>Its files by name.</summary>
    public Dictionary<string, byte[]> Files { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>Whether only the person who asked sees it.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Whether it is only a placeholder.</summary>
    public bool IsThinking { get; private set; } = true;

    /// <summary>Times that it was changed.</summary>
    public int Edits { get; private set; }

    /// <summary>The first card; empty for none.</summary>
    public JsonObject Embed => Body["embeds"]?[0]?.AsObject() ?? [];

    /// <summary>The custom ids of its buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. (Body["components"]?.AsArray() ?? []).SelectMany(row => row!["components"]!.AsArray()).Select(button => (string)button!["custom_id"]!)];

    /// <summary>Merges a body in: fields that are missing stay, attachments that are not listed go.</summary>
    internal void Take(RequestBody body, bool isEdit)
    {
        MessageRules.Check(body.Object, body.FileNames, isEdit && !IsThinking);
        if (body.Object.ContainsKey("attachments") || !isEdit || body.Files.Count > 0) Files = new(body.Files, StringComparer.Ordinal);
        foreach (var (name, value) in body.Object)
            if (name is not ("allowed_mentions" or "attachments" or "flags" or "nonce" or "enforce_nonce"))
                Body[name] = value?.DeepClone();
        if (isEdit && !IsThinking) Edits++;
        IsThinking = false;
    }

    /// <summary>As the API shows it.</summary>
    internal JsonObject ToJson(DiscordEmulatorOptions options)
    {
        var now = options.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);
        return new()
        {
            ["id"] = Id,
            ["type"] = 0,
            ["channel_id"] = Channel,
            ["author"] = SomeInteraction.User(options.ApplicationId, "MusicFlow", isBot: true),
            ["content"] = (string?)Body["content"] ?? "",
            ["timestamp"] = now,
            ["edited_timestamp"] = Edits > 0 ? now : null,
            ["tts"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray([.. Files.Select((file, i) => (JsonNode)Attachment(file.Key, file.Value.Length, i))]),
            ["embeds"] = new JsonArray([.. (Body["embeds"]?.AsArray() ?? []).Select(embed => (JsonNode)Shown(embed!.DeepClone().AsObject()))]),
            ["components"] = new JsonArray([.. (Body["components"]?.AsArray() ?? []).Select((row, i) => (JsonNode)Numbered(row!.DeepClone().AsObject(), i))]),
            ["pinned"] = false,
            ["flags"] = IsEphemeral ? 64 : 0,
        };
    }

    static JsonObject Attachment(string name, int size, int i) => new()
    {
        ["id"] = (i + 1).ToString(CultureInfo.InvariantCulture),
        ["filename"] = name,
        ["size"] = size,
        ["url"] = $"https://cdn.discordapp.com/attachments/1/{i + 1}/{name}",
        ["proxy_url"] = $"https://media.discordapp.net/attachments/1/{i + 1}/{name}",
        ["content_type"] = "image/png",
    };

    static JsonObject Shown(JsonObject embed)
    {
        embed["type"] = "rich";
        if (embed["image"] is JsonObject image) image["url"] = ((string)image["url"]!).Replace("attachment://", "https://cdn.discordapp.com/attachments/1/1/", StringComparison.Ordinal);
        return embed;
    }

    static JsonObject Numbered(JsonObject row, int number)
    {
        row["id"] = number * 10 + 1;
        foreach (var (button, i) in row["components"]!.AsArray().Select((button, i) => (button!.AsObject(), i)))
            button["id"] = number * 10 + 2 + i;
        return row;
    }
}
