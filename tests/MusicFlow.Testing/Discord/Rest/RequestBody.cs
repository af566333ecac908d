using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>What came with a request.</summary>
/// <param name="Json">The JSON; <see langword="null"/> for none.</param>
/// <param name="Files">Files by name.</param>
sealed record RequestBody(JsonNode? Json, IReadOnlyDictionary<string, byte[]> Files)
{
    static readonly Dictionary<string, byte[]> NoFiles = [];

    /// <summary>The JSON as an object.</summary>
    public JsonObject Object => Json as JsonObject ?? throw DiscordFaultException.Form("", "MODEL_TYPE_CONVERT", "Only dictionaries may be used");

    /// <summary>Names of the files.</summary>
    public IReadOnlyList<string> FileNames => [.. Files.Keys];

    /// <summary>Reads a request.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength is null or 0 && request.ContentType is null) return new(null, NoFiles);
        if (request.HasFormContentType) return await ReadFormAsync(request);
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) is not true)
            throw DiscordFaultException.Form("", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be one of {'application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'}.");
        using var reader = new StreamReader(request.Body);
        return new(Parse(await reader.ReadToEndAsync(request.HttpContext.RequestAborted)), NoFiles);
    }

    static async Task<RequestBody> ReadFormAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in form.Files)
        {
            if (!file.Name.StartsWith("files[", StringComparison.Ordinal)) throw DiscordFaultException.Form(file.Name, "UNKNOWN_FIELD", "The emulator knows no such part.");
            using var content = new MemoryStream();
            await file.CopyToAsync(content, request.HttpContext.RequestAborted);
            files[file.FileName] = content.ToArray();
        }
        return new(Parse(form["payload_json"].ToString()), files);
    }

    static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new DiscordFaultException(400, 50109, "The request body contains invalid JSON.");
        }
    }
}
