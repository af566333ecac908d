using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Delivers updates to the webhook, one after another, and again while it fails.</summary>
internal sealed class WebhookPost(BotWorld world) : IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    public void Dispose() => http.Dispose();

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await world.Updates.WaitAsync().WaitAsync(ct);
            if (world.WebhookUrl.Length > 0 && world.Updates.First() is { } update && await DeliverAsync(update, ct)) world.Updates.Remove(update);
            else await Task.Delay(Pause, ct);
        }
    }

    async Task<bool> DeliverAsync(JsonObject update, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, world.WebhookUrl) { Content = JsonContent.Create(update) };
        if (world.WebhookSecret is { } secret) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        try
        {
            using var response = await http.SendAsync(request, ct);
            world.WebhookError = response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (Exception ex) when (ex is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            world.WebhookError = "Connection refused";
        }
        return world.WebhookError is null;
    }
}
