using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MusicFlow.Telegram.Protocol;

/// <summary>The Telegram Bot API, one method per call we use. Knows HTTP and JSON, nothing of MusicFlow.</summary>
/// <remarks>
/// Thread-safe. Source: core.telegram.org/bots/api#making-requests. Every call throws <see cref="TelegramApiException"/> when Telegram
/// refuses, <see cref="HttpRequestException"/> when it cannot be reached, <see cref="TimeoutException"/> when it takes too long. The token
/// is put into addresses by <see cref="TokenHandler"/>, below everything that logs or traces.
/// </remarks>
/// <param name="http">Sends through <see cref="PaceHandler"/>, <see cref="TimeoutHandler"/> and <see cref="TokenHandler"/>; has a base address.</param>
public sealed class TelegramClient(HttpClient http)
{
    /// <summary>Name of the traces: one span a call, without address or content.</summary>
    public const string SourceName = "MusicFlow.Telegram";

    /// <summary>Largest file that Telegram hands to a bot, in bytes.</summary>
    public const int LargestDownload = 20 * 1024 * 1024;

    static readonly ActivitySource Source = new(SourceName);
    static readonly TelegramJson Json = TelegramJson.Wire;

    /// <summary>Who the bot is.</summary>
    public Task<TelegramUser> GetMeAsync(CancellationToken ct) => CallAsync(new("getMe"), Body(new NoParameters(), Json.NoParameters), Json.TelegramUser, ct);

    /// <summary>Waits for news. Confirms everything before the offset. An update that cannot be read comes as its bare number.</summary>
    /// <returns>The oldest first; empty when nothing happened in time.</returns>
    public async Task<IReadOnlyList<Update>> GetUpdatesAsync(GetUpdates request, CancellationToken ct)
    {
        var call = new TelegramCall("getUpdates") { Repeat = Repeat.Never, ExtraTime = TimeSpan.FromSeconds(request.Timeout) };
        var elements = await CallAsync(call, Body(request, Json.GetUpdates), Json.ListJsonElement, ct);
        return elements.ConvertAll(UpdateReader.Read);
    }

    /// <summary>Has updates delivered to an address from now on; getUpdates is then refused.</summary>
    public Task SetWebhookAsync(SetWebhook request, CancellationToken ct) => CallAsync(new("setWebhook"), Body(request, Json.SetWebhook), Json.Boolean, ct);

    /// <summary>Ends the webhook, so that getUpdates works.</summary>
    public Task DeleteWebhookAsync(DeleteWebhook request, CancellationToken ct) => CallAsync(new("deleteWebhook"), Body(request, Json.DeleteWebhook), Json.Boolean, ct);

    /// <summary>How the webhook fares.</summary>
    public Task<WebhookInfo> GetWebhookInfoAsync(CancellationToken ct) => CallAsync(new("getWebhookInfo"), Body(new NoParameters(), Json.NoParameters), Json.WebhookInfo, ct);

    /// <summary>Sends a text.</summary>
    public Task<TelegramMessage> SendMessageAsync(SendMessage request, CancellationToken ct) =>
        CallAsync(TelegramCall.Send("sendMessage", request.ChatId), Body(request, Json.SendMessage), Json.TelegramMessage, ct);

    /// <summary>Sends a photo.</summary>
    public Task<TelegramMessage> SendPhotoAsync(SendPhoto request, CancellationToken ct) =>
        CallAsync(TelegramCall.Send("sendPhoto", request.ChatId), Body(request, Json.SendPhoto, request.Photo), Json.TelegramMessage, ct);

    /// <summary>Changes a text message.</summary>
    public Task EditMessageTextAsync(EditMessageText request, CancellationToken ct) =>
        CallAsync(TelegramCall.Edit("editMessageText", request.ChatId), Body(request, Json.EditMessageText), Json.JsonElement, ct);

    /// <summary>Changes the text under a photo.</summary>
    public Task EditMessageCaptionAsync(EditMessageCaption request, CancellationToken ct) =>
        CallAsync(TelegramCall.Edit("editMessageCaption", request.ChatId), Body(request, Json.EditMessageCaption), Json.JsonElement, ct);

    /// <summary>Changes picture and text.</summary>
    /// <returns>The message as it stands now, or <see langword="null"/> for an inline message.</returns>
    public async Task<TelegramMessage?> EditMessageMediaAsync(EditMessageMedia request, CancellationToken ct)
    {
        var call = TelegramCall.Edit("editMessageMedia", request.ChatId);
        var result = await CallAsync(call, Body(request, Json.EditMessageMedia, request.Media.Media), Json.JsonElement, ct);
        return result.ValueKind == JsonValueKind.Object ? result.Deserialize(Json.TelegramMessage) : null;
    }

    /// <summary>Deletes a message.</summary>
    public Task DeleteMessageAsync(DeleteMessage request, CancellationToken ct) => CallAsync(new("deleteMessage"), Body(request, Json.DeleteMessage), Json.Boolean, ct);

    /// <summary>Says that the bot is at work.</summary>
    public Task SendChatActionAsync(SendChatAction request, CancellationToken ct) =>
        CallAsync(new("sendChatAction") { Repeat = Repeat.Never }, Body(request, Json.SendChatAction), Json.Boolean, ct);

    /// <summary>Ends the wait of a pressed button.</summary>
    public Task AnswerCallbackQueryAsync(AnswerCallbackQuery request, CancellationToken ct) =>
        CallAsync(new("answerCallbackQuery"), Body(request, Json.AnswerCallbackQuery), Json.Boolean, ct);

    /// <summary>Offers results for what somebody types.</summary>
    public Task AnswerInlineQueryAsync(AnswerInlineQuery request, CancellationToken ct) =>
        CallAsync(new("answerInlineQuery"), Body(request, Json.AnswerInlineQuery), Json.Boolean, ct);

    /// <summary>Sets the command menu of a scope and language.</summary>
    public Task SetMyCommandsAsync(SetMyCommands request, CancellationToken ct) => CallAsync(new("setMyCommands"), Body(request, Json.SetMyCommands), Json.Boolean, ct);

    /// <summary>The command menu of exactly this scope and language.</summary>
    public async Task<IReadOnlyList<BotCommand>> GetMyCommandsAsync(GetMyCommands request, CancellationToken ct) =>
        await CallAsync(new("getMyCommands"), Body(request, Json.GetMyCommands), Json.ListBotCommand, ct);

    /// <summary>What somebody is in a chat.</summary>
    public Task<ChatMember> GetChatMemberAsync(GetChatMember request, CancellationToken ct) => CallAsync(new("getChatMember"), Body(request, Json.GetChatMember), Json.ChatMember, ct);

    /// <summary>Makes a file ready to download.</summary>
    public Task<TelegramFile> GetFileAsync(GetFile request, CancellationToken ct) => CallAsync(new("getFile"), Body(request, Json.GetFile), Json.TelegramFile, ct);

    /// <summary>Downloads a file while it is read; the caller bounds how much and how long.</summary>
    /// <param name="filePath">From <see cref="TelegramFile.FilePath"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Stream> DownloadAsync(string filePath, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"file/{string.Join('/', filePath.Split('/').Select(Uri.EscapeDataString))}", UriKind.Relative));
        request.Options.Set(TelegramCall.Key, new TelegramCall("file") { IsStreamed = true });
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (response.IsSuccessStatusCode) return await response.Content.ReadAsStreamAsync(ct);
        using (response) throw new TelegramApiException("file", (int)response.StatusCode, response.ReasonPhrase ?? "");
    }

    static HttpContent Body<T>(T request, JsonTypeInfo<T> type, InputFile? file = null) => file?.Bytes is { } bytes
        ? MultipartBody.Of(JsonSerializer.SerializeToElement(request, type), bytes)
        : JsonBody(JsonSerializer.SerializeToUtf8Bytes(request, type));

    static ByteArrayContent JsonBody(byte[] json) => new(json) { Headers = { ContentType = new("application/json") } };

    async Task<T> CallAsync<T>(TelegramCall call, HttpContent body, JsonTypeInfo<T> type, CancellationToken ct)
    {
        using var span = Source.StartActivity(call.Method, ActivityKind.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(call.Method, UriKind.Relative)) { Content = body };
        request.Options.Set(TelegramCall.Key, call);
        using var response = await http.SendAsync(request, ct);
        span?.SetTag("http.response.status_code", (int)response.StatusCode);
        var envelope = await ReadAsync(response, ct);
        if (envelope is { Ok: true, Result: { } result }) return result.Deserialize(type)!;
        throw new TelegramApiException(call.Method, envelope?.ErrorCode ?? (int)response.StatusCode, envelope?.Description ?? response.ReasonPhrase ?? "")
        {
            RetryAfter = envelope?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : response.Headers.RetryAfter?.Delta,
            MigrateToChatId = envelope?.Parameters?.MigrateToChatId,
        };
    }

    /// <returns><see langword="null"/> when the answer is no JSON of Telegram's, as of a proxy in between.</returns>
    static async Task<Envelope?> ReadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(ct), Json.Envelope);
        }
        catch (JsonException) when (response.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }
    }
}
