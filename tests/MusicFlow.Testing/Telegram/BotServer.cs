using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Telegram;

/// <summary>The way of one call: token, method, faults, shape, method, envelope.</summary>
internal sealed class BotServer
{
    readonly BotWorld world;
    readonly Faults faults;
    readonly Dictionary<string, (string Name, string? Result, Func<BotCall, CancellationToken, Task<JsonNode>> Run)> methods = new(StringComparer.OrdinalIgnoreCase);

    public BotServer(BotWorld world, Faults faults)
    {
        (this.world, this.faults) = (world, faults);
        var (messages, queries, settings) = (new MessageMethods(world), new QueryMethods(world), new SettingMethods(world));
        methods["getUpdates"] = ("getUpdates", null, UpdatesAsync);
        Add("getMe", "TelegramUser", _ => settings.Me());
        Add("sendMessage", "TelegramMessage", call => messages.Send(call, isPhoto: false));
        Add("sendPhoto", "TelegramMessage", call => messages.Send(call, isPhoto: true));
        foreach (var edit in new[] { "editMessageText", "editMessageCaption", "editMessageMedia", "editMessageReplyMarkup" }) Add(edit, null, messages.Edit);
        Add("deleteMessage", null, messages.Delete);
        Add("sendChatAction", null, call => world.Open(call.Chat) is not null);
        Add("answerCallbackQuery", null, queries.AnswerCallback);
        Add("answerInlineQuery", null, queries.AnswerInline);
        Add("setMyCommands", null, settings.SetCommands);
        Add("getMyCommands", null, settings.GetCommands);
        Add("deleteMyCommands", null, settings.DeleteCommands);
        Add("setWebhook", null, settings.SetWebhook);
        Add("deleteWebhook", null, settings.DeleteWebhook);
        Add("getWebhookInfo", "TelegramWebhookInfo", _ => settings.WebhookInfo());
        Add("getFile", "TelegramFile", settings.File);
        Add("getChatMember", "TelegramChatMember", settings.Member);
    }

    /// <summary>Answers <c>/bot&lt;token&gt;/&lt;method&gt;</c>.</summary>
    public async Task AnswerAsync(HttpContext http, string token, string method)
    {
        try
        {
            if (!token.Contains(':', StringComparison.Ordinal)) throw new ApiRefusedException(404, "Not Found");
            if (token != world.Settings.Token) throw new ApiRefusedException(401, "Unauthorized");
            if (!methods.TryGetValue(method, out var entry)) throw new ApiRefusedException(404, "Not Found");
            var (body, files) = await RequestReader.ReadAsync(http.Request, entry.Name);
            var call = new BotCall(entry.Name, body, files, world.Settings.Time.GetUtcNow());
            if (world.Settings.KeepsCalls) lock (world.Gate) world.Calls.Add(call);
            await RunAsync(http, call, entry);
        }
        catch (ApiRefusedException refusal)
        {
            await RefuseAsync(http, refusal);
        }
    }

    /// <summary>Answers <c>/file/bot&lt;token&gt;/documents/&lt;id&gt;/&lt;name&gt;</c>.</summary>
    public async Task DownloadAsync(HttpContext http, string token, string path)
    {
        if (token != world.Settings.Token || path.Split('/') is not ["documents", var id, _] || !world.Files.TryGetValue(id, out var file)) http.Response.StatusCode = 404;
        else await http.Response.Body.WriteAsync(file.Bytes);
    }

    async Task RunAsync(HttpContext http, BotCall call, (string Name, string? Result, Func<BotCall, CancellationToken, Task<JsonNode>> Run) entry)
    {
        try
        {
            var fault = faults.Next(call.Method);
            if (fault is Fault.Late(var by)) await Task.Delay(by, world.Settings.Time, http.RequestAborted);
            if (fault is Fault.Refusal(var answer)) throw answer;
            if (fault is Fault.Page or Fault.Cut { IsDone: false }) await BreakAsync(http, call, fault);
            else await DoAsync(http, call, entry, fault);
        }
        catch (ApiRefusedException refusal)
        {
            (call.Refusal, call.Status) = (refusal.Message, refusal.Code);
            throw;
        }
    }

    async Task DoAsync(HttpContext http, BotCall call, (string Name, string? Result, Func<BotCall, CancellationToken, Task<JsonNode>> Run) entry, Fault? fault)
    {
        if (world.Settings.HasShapes) CheckShape(call);
        var result = await entry.Run(call, http.RequestAborted);
        if (world.Settings.HasShapes && entry.Result is { } shape && JsonShape.Objects.Problem(result, shape) is { } problem) throw new InvalidOperationException($"The emulator answers {call.Method} wrongly: {problem}");
        if (fault is not null and not Fault.Late)
        {
            await BreakAsync(http, call, fault);
            return;
        }
        call.Status = 200;
        await http.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true, ["result"] = result });
    }

    static async Task BreakAsync(HttpContext http, BotCall call, Fault fault)
    {
        if (fault is not Fault.Page(var status))
        {
            http.Abort();
            return;
        }
        call.Status = http.Response.StatusCode = status;
        http.Response.ContentType = "text/html";
        await http.Response.WriteAsync("<html><body>Bad Gateway</body></html>");
    }

    void Add(string name, string? result, Func<BotCall, JsonNode> run) => methods[name] = (name, result, (call, _) =>
    {
        lock (world.Gate) return Task.FromResult(run(call));
    }
    );

    static void CheckShape(BotCall call)
    {
        if (call.Method is "getMe" or "getWebhookInfo") return;
        if (JsonShape.Methods.Problem(call.Body, $"{char.ToUpperInvariant(call.Method[0])}{call.Method[1..]}Params") is { } problem) throw ApiRefusedException.Bad($"emulator: {problem}");
    }

    async Task<JsonNode> UpdatesAsync(BotCall call, CancellationToken ct)
    {
        if (world.WebhookUrl.Length > 0) throw new ApiRefusedException(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        if (call.Body["allowed_updates"] is JsonArray allowed) world.AllowedUpdates = allowed.DeepClone().AsArray();
        var limit = call.Number("limit") is { } most and >= 1 and <= 100 ? (int)most : 100;
        return await world.Updates.GetAsync(call.Number("offset"), limit, TimeSpan.FromSeconds(Math.Clamp(call.Number("timeout") ?? 0, 0, 50)), ct);
    }

    static Task RefuseAsync(HttpContext http, ApiRefusedException refusal)
    {
        var answer = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = $"{seconds}";
            answer["parameters"] = new JsonObject { ["retry_after"] = seconds };
        }
        if (refusal.MigrateToChatId is { } chat) answer["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        http.Response.StatusCode = refusal.Code;
        return http.Response.WriteAsJsonAsync(answer);
    }
}
