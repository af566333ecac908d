using System.Net;
using MusicFlow.Catalogs.Http;

namespace MusicFlow.Catalogs.MusicBrainz;

/// <summary>The Cover Art Archive: whether a release has a front cover, and where it lies. Thread-safe.</summary>
/// <remarks>Answers with a redirect where there is a picture; it is not followed, because the address is all that is wanted. Source: musicbrainz.org/doc/Cover_Art_Archive/API.</remarks>
internal sealed class CoverArtClient(ProviderHttp http, Uri address)
{
    /// <summary>Address of the front cover, 500 pixels wide, or <see langword="null"/> when the release has none.</summary>
    /// <param name="release">MusicBrainz id of the release.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">The archive is away.</exception>
    public async Task<Uri?> FrontAsync(string release, CancellationToken ct)
    {
        var cover = new Uri(address, $"release/{Uri.EscapeDataString(release)}/front-500");
        return await CallAsync(cover, ct) is HttpStatusCode.OK or HttpStatusCode.TemporaryRedirect or HttpStatusCode.Redirect ? cover : null;
    }

    async Task<HttpStatusCode> CallAsync(Uri cover, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, cover);
        return await http.StatusAsync(request, ct);
    }
}
