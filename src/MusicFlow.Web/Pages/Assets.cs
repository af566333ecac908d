using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MusicFlow.Web.Markup;
using MusicFlow.Web.Traffic;

namespace MusicFlow.Web.Pages;

/// <summary>The files that pages need: one style sheet, one script, one sign. They are part of the program and kept by browsers for good: a change changes their address.</summary>
internal static class Assets
{
    const string Forever = "public, max-age=31536000, immutable";

    static readonly FrozenDictionary<string, (string Type, byte[] Bytes, string Version)> Files = new (string Name, string Type)[]
    {
        ("site.css", "text/css; charset=utf-8"), ("chat.js", "text/javascript; charset=utf-8"), ("favicon.svg", "image/svg+xml"),
    }.ToFrozenDictionary(file => file.Name, file => Read(file.Name, file.Type), StringComparer.Ordinal);

    /// <summary>The sign, to be put into a page.</summary>
    public static Html Logo { get; } = Html.Of($"""<img src="{AddressOf("favicon.svg")}" width="28" height="28" alt="">""");

    /// <summary>The address of a file, with its version.</summary>
    public static string AddressOf(string name) => $"/assets/{name}?v={Files[name].Version}";

    /// <summary>Adds the files.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", (HttpContext http, string name) => SendAsync(http, name)).WithMetadata(Unlimited.Mark).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", (HttpContext http) => SendAsync(http, "favicon.svg")).WithMetadata(Unlimited.Mark).ExcludeFromDescription();
    }

    static Task SendAsync(HttpContext http, string name)
    {
        if (!Files.TryGetValue(name, out var file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        http.Response.ContentType = file.Type;
        http.Response.ContentLength = file.Bytes.Length;
        http.Response.Headers.CacheControl = Forever;
        return http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted).AsTask();
    }

    static (string Type, byte[] Bytes, string Version) Read(string name, string type)
    {
        using var file = typeof(Assets).Assembly.GetManifestResourceStream($"MusicFlow.Web.wwwroot.{name}")!;
        using var reader = new StreamReader(file);
        var bytes = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        return (type, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4)));
    }
}
