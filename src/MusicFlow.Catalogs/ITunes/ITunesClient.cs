using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.ITunes;

/// <summary>Apple's iTunes Search API, one method per call we use. Thread-safe.</summary>
/// <remarks>About 20 calls a minute. Source: developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI.</remarks>
internal sealed class ITunesClient(ProviderHttp http)
{
    /// <summary>Songs that look like a text, as Apple ranks them.</summary>
    /// <param name="text">Words of title and artist.</param>
    /// <param name="limit">Most songs, 1–200.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">See <see cref="ProviderHttp.SendAsync"/>.</exception>
    public Task<IReadOnlyList<ITunesSong>> SearchAsync(string text, int limit, CancellationToken ct) =>
        CallAsync(FormattableString.Invariant($"search?term={Uri.EscapeDataString(text)}&media=music&entity=song&limit={limit}"), ct);

    /// <summary>The song of an id, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public async Task<ITunesSong?> GetSongAsync(string id, CancellationToken ct) => (await CallAsync($"lookup?id={Uri.EscapeDataString(id)}", ct)) is [var song, ..] ? song : null;

    async Task<IReadOnlyList<ITunesSong>> CallAsync(string path, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var answer = await http.SendAsync(request, ITunesJson.Default.ITunesSongs, reason: null, ct);
        return [.. (answer.Results ?? []).OfType<ITunesSong>().Where(song => song.Kind is null or "song")];
    }
}
