using System.Buffers;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.MusicBrainz;

/// <summary>MusicBrainz's web service, one method per call we use. Thread-safe.</summary>
/// <remarks>One request per second and a user agent with a contact are its conditions. Source: musicbrainz.org/doc/MusicBrainz_API.</remarks>
internal sealed class MusicBrainzClient(ProviderHttp http)
{
    static readonly SearchValues<char> Special = SearchValues.Create("+-&|!(){}[]^\"~*?:\\/");

    /// <summary>Recordings that a query in its search language finds, the likeliest first.</summary>
    /// <param name="query">A query; put texts of people through <see cref="Quote"/>.</param>
    /// <param name="limit">Most recordings, 1–100.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">See <see cref="ProviderHttp.SendAsync"/>.</exception>
    public async Task<IReadOnlyList<MusicBrainzRecording>> SearchAsync(string query, int limit, CancellationToken ct) =>
    [
        .. ((await CallAsync(FormattableString.Invariant($"ws/2/recording?query={Uri.EscapeDataString(query)}&limit={limit}&fmt=json"), MusicBrainzJson.Default.MusicBrainzRecordings, ct)).Recordings ?? [])
            .OfType<MusicBrainzRecording>(),
    ];

    /// <summary>The recording of an id, or <see langword="null"/>.</summary>
    /// <inheritdoc cref="SearchAsync" path="/exception"/>
    public async Task<MusicBrainzRecording?> GetRecordingAsync(string id, CancellationToken ct)
    {
        try
        {
            return await CallAsync($"ws/2/recording/{Uri.EscapeDataString(id)}?inc=artist-credits+isrcs+tags+releases&fmt=json", MusicBrainzJson.Default.MusicBrainzRecording, ct);
        }
        catch (ProviderException ex) when (ex.Fault == ProviderFault.NotFound)
        {
            return null;
        }
    }

    /// <summary>A text as one phrase of the search language.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var letter in text)
            (Special.Contains(letter) ? quoted.Append('\\') : quoted).Append(letter);
        return quoted.Append('"').ToString();
    }

    async Task<T> CallAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken ct)
        where T : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await http.SendAsync(request, shape, reason: null, ct);
    }
}
