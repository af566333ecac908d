using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord;

/// <summary>Makes interactions as Discord sends them; ids and token are added when they are sent.</summary>
public static class SomeInteraction
{
    /// <summary>May manage the server.</summary>
    public const string ManageGuild = "32";

    /// <summary>Somebody used a slash command in a server.</summary>
    public static JsonObject Slash(string command, params (string Name, string Value)[] options) => InGuild(Envelope(2), new JsonObject
    {
        ["id"] = "900",
        ["name"] = command,
        ["type"] = 1,
        ["options"] = Options(options),
    });

    /// <summary>Somebody is typing an option.</summary>
    public static JsonObject Typing(string command, string option, string text) => InGuild(Envelope(4), new JsonObject
    {
        ["id"] = "900",
        ["name"] = command,
        ["type"] = 1,
        ["options"] = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = text, ["focused"] = true }),
    });

    /// <summary>Somebody pressed a button.</summary>
    public static JsonObject Press(EmulatedMessage message, string button, DiscordEmulatorOptions options)
    {
        var interaction = InGuild(Envelope(3), new JsonObject { ["custom_id"] = button, ["component_type"] = 2, ["id"] = 2 });
        interaction["message"] = message.ToJson(options);
        return interaction;
    }

    /// <summary>Somebody used a command on a message.</summary>
    public static JsonObject OnMessage(string command, string content, DiscordEmulatorOptions options)
    {
        var target = new EmulatedMessage("700", "20").ToJson(options);
        target["content"] = content;
        return InGuild(Envelope(2), new JsonObject
        {
            ["id"] = "901",
            ["name"] = command,
            ["type"] = 3,
            ["target_id"] = "700",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["700"] = target } },
        });
    }

    /// <summary>Somebody sent a form.</summary>
    public static JsonObject Form(string customId, string input, string value) => InGuild(Envelope(5), new JsonObject
    {
        ["custom_id"] = customId,
        ["components"] = new JsonArray(new JsonObject
        {
            ["type"] = 18,
            ["id"] = 1,
            ["component"] = new JsonObject { ["type"] = 4, ["id"] = 2, ["custom_id"] = input, ["value"] = value },
        }),
    });

    /// <summary>Asks whether the endpoint is alive.</summary>
    public static JsonObject Ping()
    {
        var ping = Envelope(1);
        ping.Remove("locale");
        return ping;
    }

    /// <summary>Moves an interaction into direct messages with the bot.</summary>
    public static JsonObject InDirectMessages(this JsonObject interaction)
    {
        interaction["user"] = interaction["member"]!["user"]!.DeepClone();
        foreach (var field in new[] { "member", "guild_id", "guild_locale" }) interaction.Remove(field);
        interaction["context"] = 1;
        interaction["channel"] = new JsonObject { ["id"] = "20", ["type"] = 1 };
        interaction["authorizing_integration_owners"] = new JsonObject { ["0"] = "0" };
        return interaction;
    }

    /// <summary>Changes who does it.</summary>
    public static JsonObject By(this JsonObject interaction, string user, string locale = "en-US", string permissions = "0")
    {
        interaction["member"]!["user"] = User(user, "alice");
        interaction["member"]!["permissions"] = permissions;
        interaction["locale"] = locale;
        return interaction;
    }

    /// <summary>An account.</summary>
    internal static JsonObject User(string id, string name, bool isBot = false) => new()
    {
        ["id"] = id,
        ["username"] = name,
        ["discriminator"] = "0",
        ["global_name"] = isBot ? null : "Alice",
        ["avatar"] = null,
        ["bot"] = isBot,
        ["flags"] = 0,
        ["public_flags"] = 0,
        ["primary_guild"] = null,
    };

    static JsonArray Options((string Name, string Value)[] options) => new([.. options.Select(option => (JsonNode)new JsonObject { ["name"] = option.Name, ["type"] = 3, ["value"] = option.Value })]);

    static JsonObject Envelope(int type) => new()
    {
        ["type"] = type,
        ["version"] = 1,
        ["locale"] = "en-US",
        ["app_permissions"] = "8",
        ["entitlements"] = new JsonArray(),
        ["authorizing_integration_owners"] = new JsonObject { ["0"] = "10" },
        ["attachment_size_limit"] = 10_485_760,
    };

    static JsonObject InGuild(JsonObject interaction, JsonObject data)
    {
        interaction["data"] = data;
        interaction["guild_id"] = "10";
        interaction["guild_locale"] = "en-US";
        interaction["channel_id"] = "20";
        interaction["channel"] = new JsonObject { ["id"] = "20", ["type"] = 0, ["name"] = "general" };
        interaction["context"] = 0;
        interaction["member"] = new JsonObject
        {
            ["user"] = User("2", "alice"),
            ["roles"] = new JsonArray(),
            ["joined_at"] = "2026-11-20T10:49:57.096Z",
            ["deaf"] = false,
            ["mute"] = false,
            ["permissions"] = "0",
            ["flags"] = 0,
            ["nick"] = null,
            ["avatar"] = null,
            ["pending"] = false,
        };
        return interaction;
    }
}
