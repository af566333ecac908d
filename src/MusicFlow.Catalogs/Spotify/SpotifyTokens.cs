using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.Spotify;

/// <summary>The app's access token, fetched once however many need it, and again a minute before it runs out. Thread-safe.</summary>
/// <remarks>Client credentials flow. Source: developer.spotify.com/documentation/web-api/tutorials/client-credentials-flow.</remarks>
internal sealed class SpotifyTokens(ProviderHttp http, SpotifyOptions options, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Early = TimeSpan.FromMinutes(1);

    /// <summary>How long a refused app is not tried again: it will not become right by itself.</summary>
    static readonly TimeSpan RefusalTime = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim oneAtATime = new(1, 1);
    volatile Held? held;

    /// <summary>A token or the refusal in its place, and until when it counts.</summary>
    sealed record Held(string? Token, ProviderException? Refusal, DateTimeOffset Until);

    /// <summary>A token that is valid now.</summary>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">The app is refused, or the token endpoint is away.</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        if (Valid is null)
        {
            await oneAtATime.WaitAsync(ct);
            try
            {
                if (Valid is null)
                    held = await FetchAsync(ct);
            }
            finally
            {
                oneAtATime.Release();
            }
        }
        var now = held!;
        return now.Token ?? throw now.Refusal!;
    }

    /// <summary>Forgets a token that the API did not take; a newer one stays.</summary>
    public void Forget(string token)
    {
        if (held is { } now && now.Token == token)
            Interlocked.CompareExchange(ref held, null, now);
    }

    public void Dispose() => oneAtATime.Dispose();

    Held? Valid => held is { } now && now.Until > time.GetUtcNow() ? now : null;

    async Task<Held> FetchAsync(CancellationToken ct)
    {
        try
        {
            var token = await CallAsync(ct);
            return token.AccessToken is { Length: > 0 } text
                ? new Held(text, null, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Clamp(token.ExpiresIn, 120, 86_400)) - Early)
                : throw new ProviderException(http.Provider, ProviderFault.Garbled, "Spotify gave out an empty token.");
        }
        catch (ProviderException ex) when (ex.Fault is ProviderFault.Refused or ProviderFault.WrongRequest)
        {
            var refusal = new ProviderException(
                http.Provider, ProviderFault.Refused, $"Spotify refused the app ({ex.Reason ?? "no reason given"}): check Spotify:ClientId and Spotify:ClientSecret.", ex)
            { Status = ex.Status, Reason = ex.Reason };
            return new Held(null, refusal, time.GetUtcNow() + RefusalTime);
        }
    }

    async Task<SpotifyToken> CallAsync(CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.AccountsAddress, "api/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        request.Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        return await http.SendAsync(request, SpotifyJson.Default.SpotifyToken, static body => JsonSerializer.Deserialize(body.Span, SpotifyJson.Default.SpotifyTokenRefusal)?.Error, ct);
    }
}
