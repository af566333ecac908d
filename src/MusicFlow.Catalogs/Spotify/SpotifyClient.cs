using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.Spotify;

/// <summary>Spotify's Web API, one method per call we use. Thread-safe.</summary>
/// <remarks>Source: developer.spotify.com/documentation/web-api/reference. Every call but <see cref="DescribeAsync"/> needs an app.</remarks>
internal sealed class SpotifyClient(ProviderHttp http, SpotifyTokens tokens, SpotifyOptions options)
{
    string Market => options.Market.Length == 0 ? "" : $"&market={options.Market}";

    /// <summary>Tracks that a search finds, the likeliest first.</summary>
    /// <param name="query">Words, or a filter such as <c>isrc:USUM71900001</c>.</param>
    /// <param name="limit">Most tracks: 1–10 in development mode, else 1–50.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">See <see cref="ProviderHttp.SendAsync"/>.</exception>
    public async Task<IReadOnlyList<SpotifyTrack>> SearchAsync(string query, int limit, CancellationToken ct)
    {
        var path = FormattableString.Invariant($"v1/search?q={Uri.EscapeDataString(query)}&type=track&limit={limit}{Market}");
        return [.. ((await CallAsync(path, SpotifyJson.Default.SpotifySearch, ct)).Tracks?.Items ?? []).OfType<SpotifyTrack>().Where(track => track.IsLocal is not true)];
    }

    /// <summary>The track of an id, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public Task<SpotifyTrack?> GetTrackAsync(string id, CancellationToken ct) =>
        OrNullAsync(CallAsync($"v1/tracks/{Uri.EscapeDataString(id)}{(Market.Length > 0 ? $"?{Market[1..]}" : "")}", SpotifyJson.Default.SpotifyTrack, ct));

    /// <summary>The audio features of a track, or <see langword="null"/>; refused to apps that were made after 2024-11-27.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public Task<SpotifyFeatures?> GetFeaturesAsync(string id, CancellationToken ct) =>
        OrNullAsync(CallAsync($"v1/audio-features/{Uri.EscapeDataString(id)}", SpotifyJson.Default.SpotifyFeatures, ct));

    /// <summary>What a link to a track is called (oEmbed), or <see langword="null"/>. Needs no app.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public async Task<SpotifyEmbed?> DescribeAsync(string id, CancellationToken ct)
    {
        var link = Uri.EscapeDataString($"https://open.spotify.com/track/{id}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.OpenAddress, $"oembed?url={link}"));
        return await OrNullAsync(http.SendAsync(request, SpotifyJson.Default.SpotifyEmbed, reason: null, ct));
    }

    async Task<T> CallAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        var token = await tokens.GetAsync(ct);
        try
        {
            return await SendAsync(path, token, shape, ct);
        }
        catch (ProviderException ex) when (ex.Status == HttpStatusCode.Unauthorized)
        {
            // The token ran out early, or was taken back: one more try with a new one.
            tokens.Forget(token);
            return await SendAsync(path, await tokens.GetAsync(ct), shape, ct);
        }
    }

    async Task<T> SendAsync<T>(string path, string token, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request, shape, ReasonOf, ct);
    }

    /// <summary>Spotify's reason if it gives one, else its message, cut to a line.</summary>
    static string? ReasonOf(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, SpotifyJson.Default.SpotifyRefusal)?.Error is { } error && (error.Reason ?? error.Message) is { } reason
            ? reason[..Math.Min(reason.Length, 100)].ReplaceLineEndings(" ")
            : null;

    static async Task<T?> OrNullAsync<T>(Task<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (ProviderException ex) when (ex.Fault == ProviderFault.NotFound || (ex.Fault == ProviderFault.WrongRequest && ex.Status == HttpStatusCode.BadRequest))
        {
            return null;
        }
    }
}
