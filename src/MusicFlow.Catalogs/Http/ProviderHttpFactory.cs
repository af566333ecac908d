using Microsoft.Extensions.Options;
using MusicFlow.Core.Enrichment;

namespace MusicFlow.Catalogs.Http;

/// <summary>Opens a line to a provider by its settings. Thread-safe.</summary>
internal sealed class ProviderHttpFactory(IOptionsMonitor<ProviderOptions> options, IOptions<EnrichmentOptions> all, TimeProvider time)
{
    /// <summary>The settings of a provider.</summary>
    public ProviderOptions OptionsOf(string provider) => options.Get(provider);

    /// <summary>Opens a line. Redirects are not followed, cookies not kept.</summary>
    /// <param name="provider">Name of its section, such as <c>Deezer</c>.</param>
    public ProviderHttp Open(string provider)
    {
        var handler = new PoliteHandler(provider, OptionsOf(provider), time)
        {
            InnerHandler = new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                MaxResponseHeadersLength = 64,
            },
        };
        var http = new HttpClient(handler) { BaseAddress = OptionsOf(provider).BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json, text/javascript;q=0.9");
        return new ProviderHttp(provider, http, handler);
    }

    string UserAgent
    {
        get
        {
            var version = typeof(ProviderHttpFactory).Assembly.GetName().Version?.ToString(3) ?? "0";
            return all.Value.Contact.Length == 0 ? $"MusicFlow.Bot/{version}" : $"MusicFlow.Bot/{version} ( {all.Value.Contact} )";
        }
    }
}
