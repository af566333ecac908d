using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Telegram;

/// <summary>Reads parameters from wherever a bot may put them: query, urlencoded or multipart form, JSON.</summary>
internal static class RequestReader
{
    public static async Task<(JsonObject Body, Dictionary<string, byte[]> Files)> ReadAsync(HttpRequest request, string method)
    {
        var shape = $"{char.ToUpperInvariant(method[0])}{method[1..]}Params";
        var body = new JsonObject();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query) body[name] = Typed(shape, name, value.ToString());
        if (request.HasFormContentType) await ReadFormAsync(request, shape, body, files);
        else if (request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0) await ReadJsonAsync(request, body);
        return (body, files);
    }

    static async Task ReadFormAsync(HttpRequest request, string shape, JsonObject body, Dictionary<string, byte[]> files)
    {
        var form = await request.ReadFormAsync();
        foreach (var (name, value) in form) body[name] = Typed(shape, name, value.ToString());
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes);
            files[file.Name] = bytes.ToArray();
            if (JsonShape.Methods.Property(shape, file.Name) is not null) body[file.Name] ??= $"attach://{file.Name}";
        }
    }

    static async Task ReadJsonAsync(HttpRequest request, JsonObject body)
    {
        try
        {
            if (await JsonNode.ParseAsync(request.Body) is not JsonObject json) throw ApiRefusedException.Bad("expected an object");
            foreach (var (name, value) in json) body[name] = value?.DeepClone();
        }
        catch (JsonException)
        {
            throw ApiRefusedException.Bad("can't parse the request as JSON");
        }
    }

    /// <summary>In a form everything is text: numbers, booleans, and objects as JSON.</summary>
    static JsonNode? Typed(string shape, string name, string value)
    {
        var property = JsonShape.Methods.Property(shape, name);
        if (property is null || property["type"] is JsonArray || property["type"]?.GetValue<string>() == "string" || (property["$ref"] is null && property["anyOf"] is null && property["type"] is null)) return value;
        if (property["anyOf"] is JsonArray choices && choices.Any(choice => choice!["type"]?.GetValue<string>() == "string")) return value;
        try
        {
            return JsonNode.Parse(value);
        }
        catch (JsonException)
        {
            throw ApiRefusedException.Bad($"can't parse {name}");
        }
    }
}
