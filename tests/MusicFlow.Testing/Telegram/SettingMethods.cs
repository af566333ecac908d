using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Who the bot is, its menus, its webhook, files and members.</summary>
internal sealed class SettingMethods(BotWorld world)
{
    const int LargestDownload = 20 * 1024 * 1024;

    public JsonNode Me()
    {
        var bot = world.Bot;
        foreach (var ability in new[] { "can_join_groups", "supports_inline_queries" }) bot[ability] = true;
        bot["can_read_all_group_messages"] = false;
        return bot;
    }

    public JsonNode SetCommands(BotCall call)
    {
        var commands = call.Body["commands"]!.AsArray();
        if (commands.Count > 100) throw ApiRefusedException.Bad("BOT_COMMANDS_TOO_MUCH");
        foreach (var command in commands)
        {
            var name = command!["command"]!.GetValue<string>();
            if (name.Length is 0 or > 32 || !name.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')) throw ApiRefusedException.Bad("BOT_COMMAND_INVALID");
            if (command["description"]!.GetValue<string>().Length is 0 or > 256) throw ApiRefusedException.Bad("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        world.Menus[Menu(call)] = commands.DeepClone().AsArray();
        return JsonValue.Create(true);
    }

    public JsonNode GetCommands(BotCall call) => world.Menus.GetValueOrDefault(Menu(call))?.DeepClone() ?? new JsonArray();

    public JsonNode DeleteCommands(BotCall call)
    {
        world.Menus.Remove(Menu(call));
        return JsonValue.Create(true);
    }

    public JsonNode SetWebhook(BotCall call)
    {
        var now = world.Settings.Time.GetUtcNow();
        if (now - world.WebhookSetAt < TimeSpan.FromSeconds(1)) throw ApiRefusedException.TooMany(1);
        var url = call.Text("url") ?? "";
        if (url.Length > 0) Check(new Uri(url, UriKind.RelativeOrAbsolute));
        if (call.Text("secret_token") is { } secret && (secret.Length is 0 or > 256 || !secret.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')))
            throw ApiRefusedException.Bad("secret token contains unallowed characters");
        (world.WebhookUrl, world.WebhookSecret, world.WebhookSetAt) = (url, call.Text("secret_token"), now);
        if (call.Body["allowed_updates"] is JsonArray allowed) world.AllowedUpdates = allowed.DeepClone().AsArray();
        if (url.Length > 0) world.Updates.EndPoll("terminated by setWebhook request");
        return JsonValue.Create(true);
    }

    public JsonNode DeleteWebhook(BotCall call)
    {
        (world.WebhookUrl, world.WebhookSecret) = ("", null);
        if (call.Flag("drop_pending_updates")) world.Updates.Clear();
        return JsonValue.Create(true);
    }

    public JsonNode WebhookInfo()
    {
        var info = new JsonObject { ["url"] = world.WebhookUrl, ["has_custom_certificate"] = false, ["pending_update_count"] = world.Updates.Count };
        if (world.WebhookError is { } error) (info["last_error_message"], info["last_error_date"]) = (error, world.Seconds());
        return info;
    }

    public JsonNode File(BotCall call)
    {
        var id = call.Text("file_id") ?? "";
        if (!world.Files.TryGetValue(id, out var file)) throw ApiRefusedException.Bad("invalid file_id");
        if (file.Bytes.Length > LargestDownload) throw ApiRefusedException.Bad("file is too big");
        return new JsonObject { ["file_id"] = id, ["file_unique_id"] = id[^8..], ["file_size"] = file.Bytes.Length, ["file_path"] = $"documents/{id}/{file.Name}" };
    }

    public JsonNode Member(BotCall call)
    {
        var chat = world.Open(call.Chat);
        var user = call.Number("user_id") ?? 0;
        var member = new JsonObject { ["status"] = chat.Administrators.Contains(user) ? "creator" : "member", ["user"] = new EmulatedUser(user).ToJson() };
        if (chat.Administrators.Contains(user)) member["is_anonymous"] = false;
        return member;
    }

    static (string Scope, string Language) Menu(BotCall call) => (call.Body["scope"]?["type"]?.GetValue<string>() ?? "default", call.Text("language_code") ?? "");

    void Check(Uri url)
    {
        var isLocal = world.Settings.AllowsPlainWebhook && url is { IsAbsoluteUri: true, IsLoopback: true };
        if (!isLocal && url is not { IsAbsoluteUri: true, Scheme: "https" }) throw ApiRefusedException.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        if (!isLocal && url.Port is not (443 or 80 or 88 or 8443)) throw ApiRefusedException.Bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
    }
}
