using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.Deezer;

/// <summary>Deezer's public API, one method per call we use. Thread-safe.</summary>
/// <remarks>Errors come with status 200. Source: developers.deezer.com/api, sections search and track.</remarks>
internal sealed class DeezerClient(ProviderHttp http)
{
    const int QuotaCode = 4;
    const int BusyCode = 700;
    const int NoSuchCode = 800;

    /// <summary>Deezer counts requests in windows of five seconds.</summary>
    static readonly TimeSpan QuotaWindow = TimeSpan.FromSeconds(5);

    /// <summary>Tracks that look like a text, as Deezer ranks them.</summary>
    /// <param name="text">Words of title and artist.</param>
    /// <param name="limit">Most tracks, 1–100.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">See <see cref="ProviderHttp.SendAsync"/>.</exception>
    public async Task<IReadOnlyList<DeezerTrack>> SearchAsync(string text, int limit, CancellationToken ct) =>
        [.. ((await CallAsync(FormattableString.Invariant($"search?q={Uri.EscapeDataString(text)}&limit={limit}"), DeezerJson.Default.DeezerTracks, ct)).Data ?? []).OfType<DeezerTrack>()];

    /// <summary>The track of an id, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public Task<DeezerTrack?> GetTrackAsync(string id, CancellationToken ct) => FindAsync($"track/{Uri.EscapeDataString(id)}", ct);

    /// <summary>A track with an ISRC, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public Task<DeezerTrack?> GetTrackByIsrcAsync(string isrc, CancellationToken ct) => FindAsync($"track/isrc:{Uri.EscapeDataString(isrc)}", ct);

    async Task<DeezerTrack?> FindAsync(string path, CancellationToken ct)
    {
        try
        {
            return await CallAsync(path, DeezerJson.Default.DeezerTrack, ct);
        }
        catch (ProviderException ex) when (ex.Fault == ProviderFault.NotFound)
        {
            return null;
        }
    }

    async Task<T> CallAsync<T>(string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape, CancellationToken ct)
        where T : DeezerAnswer
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var answer = await http.SendAsync(request, shape, reason: null, ct);
        return answer.Error is null ? answer : throw Refusal(answer.Error);
    }

    ProviderException Refusal(DeezerError error)
    {
        if (error.Code is QuotaCode or BusyCode)
            http.LeaveAlone(QuotaWindow);
        var (fault, words) = error.Code switch
        {
            QuotaCode or BusyCode => (ProviderFault.Busy, "had too many requests"),
            NoSuchCode => (ProviderFault.NotFound, "knows no such thing"),
            200 or 300 => (ProviderFault.Refused, "refused the request"),
            _ => (ProviderFault.WrongRequest, "did not understand the request"),
        };
        return new ProviderException(http.Provider, fault, FormattableString.Invariant($"Deezer {words} (code {error.Code})."))
        {
            Reason = error.Type,
            RetryAfter = fault == ProviderFault.Busy ? QuotaWindow : null,
        };
    }
}
