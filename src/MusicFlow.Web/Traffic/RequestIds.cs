using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MusicFlow.Web.Traffic;

/// <summary>Gives every request an id that answer, error and log share: the caller's own <c>X-Request-Id</c> where it is sane, else a new one.</summary>
internal sealed class RequestIds(RequestDelegate next, ILogger<RequestIds> log)
{
    const string Header = "X-Request-Id";
    const int Longest = 64;

    static readonly SearchValues<char> Sane = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    public async Task InvokeAsync(HttpContext http)
    {
        http.TraceIdentifier = Of(http.Request.Headers[Header]);
        http.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            context.Response.Headers[Header] = context.TraceIdentifier;
            return Task.CompletedTask;
        }, http);
        using (log.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", http.TraceIdentifier) }))
            await next(http);
    }

    static string Of(string? offered) =>
        offered is { Length: > 0 and <= Longest } && !offered.AsSpan().ContainsAnyExcept(Sane) ? offered : RandomNumberGenerator.GetHexString(16, lowercase: true);
}
