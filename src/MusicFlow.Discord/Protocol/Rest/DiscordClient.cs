using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>The Discord REST API v10, one method per call we use. Knows HTTP and JSON, nothing of what the bot does. Thread-safe.</summary>
/// <remarks>
/// Waiting for limits and repeating stand below, in <see cref="RateLimitHandler"/>. Every method throws <see cref="DiscordApiException"/> where
/// Discord refuses, <see cref="HttpRequestException"/> and <see cref="TimeoutException"/> where it cannot be reached, and
/// <see cref="InvalidRequestLimitException"/>. Source: Discord documentation, reference.
/// </remarks>
/// <param name="http">Has the base address (ending in a slash), the user agent and a <see cref="RateLimitHandler"/>.</param>
/// <param name="token">The bot's token, without "Bot"; sent with every call but those of interactions.</param>
sealed class DiscordClient(HttpClient http, string token)
{
    /// <summary>The application behind the token.</summary>
    public Task<Application> GetApplicationAsync(CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Get, "/applications/@me", "", "applications/@me"), null, DiscordJson.Default.Application, ct);

    /// <summary>Where the gateway is, and how many sessions may start.</summary>
    public Task<GatewayBot> GetGatewayBotAsync(CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Get, "/gateway/bot", "", "gateway/bot"), null, DiscordJson.Default.GatewayBot, ct);

    /// <summary>The registered commands, with their translations.</summary>
    /// <param name="application">Snowflake of the application.</param>
    /// <param name="guild">Snowflake of one server; <see langword="null"/> for everywhere.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<ApplicationCommand>> GetCommandsAsync(string application, string? guild, CancellationToken ct) =>
        CallAsync(Commands(HttpMethod.Get, application, guild, "?with_localizations=true"), null, DiscordJson.Default.IReadOnlyListApplicationCommand, ct);

    /// <summary>Registers exactly these commands; others disappear.</summary>
    /// <param name="application">Snowflake of the application.</param>
    /// <param name="guild">Snowflake of one server, where they show at once; <see langword="null"/> for everywhere.</param>
    /// <param name="commands">All commands.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlyList<ApplicationCommand>> PutCommandsAsync(string application, string? guild, IReadOnlyList<ApplicationCommand> commands, CancellationToken ct) =>
        CallAsync(Commands(HttpMethod.Put, application, guild, ""), ApiContent.Json(commands, DiscordJson.Default.IReadOnlyListApplicationCommand), DiscordJson.Default.IReadOnlyListApplicationCommand, ct);

    /// <summary>Gives an interaction its first answer. Repeating it does no harm: Discord takes one only.</summary>
    public Task AnswerAsync(Interaction interaction, InteractionAnswer answer, CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Post, "/interactions/{id}/{token}/callback", interaction.Token, $"interactions/{interaction.Id}/{interaction.Token}/callback") { IsInteraction = true, IsIdempotent = true },
            ApiContent.Json(answer, DiscordJson.Default.InteractionAnswer), ct);

    /// <summary>Changes the first answer to an interaction, or fills its placeholder.</summary>
    public Task<SentMessage> EditOriginalAsync(Interaction interaction, OutgoingMessage message, CancellationToken ct) =>
        CallAsync(Original(HttpMethod.Patch, interaction), ApiContent.Message(message), DiscordJson.Default.SentMessage, ct);

    /// <summary>Removes the first answer to an interaction, or its placeholder.</summary>
    public Task DeleteOriginalAsync(Interaction interaction, CancellationToken ct) => CallAsync(Original(HttpMethod.Delete, interaction), null, ct);

    /// <summary>Sends one more message in answer to an interaction.</summary>
    public Task<SentMessage> FollowUpAsync(Interaction interaction, OutgoingMessage message, CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Post, "/webhooks/{application}/{token}", interaction.Token, $"webhooks/{interaction.ApplicationId}/{interaction.Token}") { IsInteraction = true },
            ApiContent.Message(message), DiscordJson.Default.SentMessage, ct);

    /// <summary>Sends a message to a channel. With an enforced nonce, repeating it does no harm.</summary>
    public Task<SentMessage> CreateMessageAsync(string channel, OutgoingMessage message, CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Post, "/channels/{channel}/messages", channel, $"channels/{channel}/messages") { IsIdempotent = message.Body.EnforceNonce is true },
            ApiContent.Message(message), DiscordJson.Default.SentMessage, ct);

    /// <summary>Changes a message of ours.</summary>
    public Task<SentMessage> EditMessageAsync(string channel, string id, OutgoingMessage message, CancellationToken ct) =>
        CallAsync(new ApiCall(HttpMethod.Patch, "/channels/{channel}/messages/{message}", channel, $"channels/{channel}/messages/{id}"),
            ApiContent.Message(message), DiscordJson.Default.SentMessage, ct);

    static ApiCall Commands(HttpMethod method, string application, string? guild, string query) => guild is null
        ? new(method, "/applications/{application}/commands", "", $"applications/{application}/commands{query}")
        : new(method, "/applications/{application}/guilds/{guild}/commands", guild, $"applications/{application}/guilds/{guild}/commands{query}");

    static ApiCall Original(HttpMethod method, Interaction interaction) =>
        new(method, "/webhooks/{application}/{token}/messages/@original", interaction.Token, $"webhooks/{interaction.ApplicationId}/{interaction.Token}/messages/@original") { IsInteraction = true };

    async Task<T> CallAsync<T>(ApiCall call, HttpContent? content, JsonTypeInfo<T> answer, CancellationToken ct)
    {
        using var response = await SendAsync(call, content, ct);
        await using var body = await response.Content.ReadAsStreamAsync(ct);
        try
        {
            return await JsonSerializer.DeserializeAsync(body, answer, ct) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new HttpRequestException($"{call.Name} was answered with something else than its object.", broken, response.StatusCode);
        }
    }

    async Task CallAsync(ApiCall call, HttpContent? content, CancellationToken ct)
    {
        using var response = await SendAsync(call, content, ct);
    }

    /// <summary>The one way to Discord.</summary>
    async Task<HttpResponseMessage> SendAsync(ApiCall call, HttpContent? content, CancellationToken ct)
    {
        using var activity = Traces.Source.StartActivity($"discord {call.Name}", System.Diagnostics.ActivityKind.Client);
        using var request = new HttpRequestMessage(call.Method, call.Path) { Content = content };
        request.Options.Set(ApiCall.Key, call);
        if (!call.IsInteraction) request.Headers.Authorization = new AuthenticationHeaderValue("Bot", token);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        activity?.SetTag("http.response.status_code", (int)response.StatusCode);
        if (response.IsSuccessStatusCode) return response;
        using (response) throw await ApiError.ReadAsync(call, response, ct);
    }
}
