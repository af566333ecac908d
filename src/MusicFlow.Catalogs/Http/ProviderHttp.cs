using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MusicFlow.Catalogs.Http;

/// <summary>The line to one provider: sends a request, reads its answer as JSON, and says in one exception what went wrong. Thread-safe.</summary>
internal sealed class ProviderHttp(string provider, HttpClient http, PoliteHandler handler) : IDisposable
{
    /// <summary>Name of the provider.</summary>
    public string Provider => provider;

    /// <summary>Sends a request and reads the answer.</summary>
    /// <param name="request">The request; its address may be relative to the provider's own.</param>
    /// <param name="shape">The answer's shape.</param>
    /// <param name="reason">Reads the provider's own code from the body of a refusal, or <see langword="null"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="ProviderException">The provider said no, is away, or answered with something unreadable.</exception>
    public async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> shape, Func<ReadOnlyMemory<byte>, string?>? reason, CancellationToken ct)
        where T : class
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        ReadOnlyMemory<byte> body = await response.Content.ReadAsByteArrayAsync(ct);
        if (!response.IsSuccessStatusCode)
            throw Refusal(response, reason is null ? null : Tried(() => reason(body)));
        return Tried(() => JsonSerializer.Deserialize(body.Span, shape))
            ?? throw new ProviderException(provider, ProviderFault.Garbled, $"{provider} answered with something that is no JSON of the expected shape ({Kind(response)}).") { Status = response.StatusCode };
    }

    /// <summary>Sends a request of which only the status matters, redirects included.</summary>
    public async Task<HttpStatusCode> StatusAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
        return response.StatusCode;
    }

    /// <summary>Leaves the provider alone for a while.</summary>
    public void LeaveAlone(TimeSpan? retryAfter) => handler.LeaveAlone(retryAfter);

    public void Dispose() => http.Dispose();

    ProviderException Refusal(HttpResponseMessage response, string? reason)
    {
        var status = (int)response.StatusCode;
        var (fault, words) = status switch
        {
            401 or 403 => (ProviderFault.Refused, $"{provider} refused the request ({status}{(reason is null ? "" : $": {reason}")})."),
            404 or 410 => (ProviderFault.NotFound, $"{provider} knows no such thing ({status})."),
            429 => (ProviderFault.Busy, $"{provider} had too many requests ({status}{(reason is null ? "" : $": {reason}")})."),
            >= 500 => (ProviderFault.Away, $"{provider} has a fault of its own ({status})."),
            >= 400 => (ProviderFault.WrongRequest, $"{provider} did not understand the request ({status}{(reason is null ? "" : $": {reason}")})."),
            _ => (ProviderFault.Garbled, $"{provider} sends elsewhere or says nothing ({status}); check Providers:{provider}:BaseAddress."),
        };
        return new ProviderException(provider, fault, words) { Status = response.StatusCode, RetryAfter = response.Headers.RetryAfter?.Delta, Reason = reason };
    }

    static TResult? Tried<TResult>(Func<TResult?> read)
        where TResult : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string Kind(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is { Length: < 60 } kind ? kind : "no content type";
}
