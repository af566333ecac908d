using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MusicFlow.Telegram.Protocol;

namespace MusicFlow.Telegram.Receiving;

/// <summary>Takes the updates that Telegram delivers.</summary>
sealed class TelegramWebhook(TelegramAdapter adapter, IOptions<TelegramOptions> options, UpdateLedger ledger, TimeProvider time)
{
    const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    /// <summary>Largest update that is read, in bytes; real ones are some tens of thousands at most.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>How long Telegram is kept waiting for an update to be handled; then it is confirmed all the same.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>200: taken. 401: not from Telegram. 400 and 413: no update. 503: not ready, try again.</returns>
    public async Task<int> TakeAsync(HttpContext http)
    {
        if (!IsSecret(http.Request.Headers[SecretHeader].ToString())) return StatusCodes.Status401Unauthorized;
        if (adapter.IsStopping || !adapter.IsReady) return StatusCodes.Status503ServiceUnavailable;
        if (await ReadAsync(http.Request, http.RequestAborted) is not { } body) return StatusCodes.Status413PayloadTooLarge;
        if (Parse(body) is not { UpdateId: > 0 } update) return StatusCodes.Status400BadRequest;
        var handled = ledger.Take(update.UpdateId, () => adapter.HandleAsync(update));
        await Task.WhenAny(handled, Task.Delay(Patience, time, http.RequestAborted));
        return StatusCodes.Status200OK;
    }

    /// <summary>Takes the same time whatever the header holds.</summary>
    bool IsSecret(string told) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(told)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SecretToken)));

    static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > Largest) return null;
        using var body = new MemoryStream();
        var page = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(page, ct)) > 0;)
        {
            if (body.Length + read > Largest) return null;
            body.Write(page, 0, read);
        }
        return body.ToArray();
    }

    static Update? Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return UpdateReader.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Puts the webhook among the endpoints.</summary>
public static class TelegramWebhookApi
{
    /// <summary>Answers at <see cref="TelegramOptions.WebhookPath"/>; only of use where <see cref="TelegramOptions.WebhookUrl"/> is set.</summary>
    public static IEndpointConventionBuilder MapTelegramWebhook(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(TelegramOptions.WebhookPath, (RequestDelegate)(async http => http.Response.StatusCode = await http.RequestServices.GetRequiredService<TelegramWebhook>().TakeAsync(http)))
            // All of Telegram comes from a few addresses: limits by caller and by the size of a form are not for it.
            .DisableRateLimiting().ExcludeFromDescription().WithMetadata(new SizeLimit(TelegramWebhook.Largest));

    sealed record SizeLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
