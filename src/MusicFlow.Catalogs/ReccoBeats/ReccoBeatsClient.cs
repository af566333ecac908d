using System.Text.Json.Serialization.Metadata;
using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.ReccoBeats;

/// <summary>ReccoBeats' API, one method per call we use. Thread-safe.</summary>
/// <remarks>Takes Spotify ids and ISRCs alike. Unknown ids are left out of the answer. Source: reccobeats.com/docs.</remarks>
internal sealed class ReccoBeatsClient(ProviderHttp http)
{
    /// <summary>Audio features of a track; several records where an ISRC has several releases.</summary>
    /// <param name="id">Spotify id or ISRC.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">See <see cref="ProviderHttp.SendAsync"/>.</exception>
    public Task<IReadOnlyList<ReccoBeatsFeatures>> GetFeaturesAsync(string id, CancellationToken ct) =>
        CallAsync($"v1/audio-features?ids={Uri.EscapeDataString(id)}", ReccoBeatsJson.Default.ReccoBeatsListReccoBeatsFeatures, ct);

    /// <summary>Tracks of an id.</summary>
    /// <inheritdoc cref="GetFeaturesAsync"/>
    public Task<IReadOnlyList<ReccoBeatsTrack>> GetTracksAsync(string id, CancellationToken ct) =>
        CallAsync($"v1/track?ids={Uri.EscapeDataString(id)}", ReccoBeatsJson.Default.ReccoBeatsListReccoBeatsTrack, ct);

    async Task<IReadOnlyList<T>> CallAsync<T>(string path, JsonTypeInfo<ReccoBeatsList<T>> shape, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        try
        {
            return [.. ((await http.SendAsync(request, shape, reason: null, ct)).Content ?? []).OfType<T>()];
        }
        catch (ProviderException ex) when (ex.Fault == ProviderFault.NotFound)
        {
            return [];
        }
    }
}
