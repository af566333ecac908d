using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Bodies of requests, in memory so that they can be sent twice.</summary>
static class ApiContent
{
    static readonly MediaTypeHeaderValue JsonType = new("application/json");

    /// <summary>One JSON document.</summary>
    public static ByteArrayContent Json<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type)) { Headers = { ContentType = JsonType } };

    /// <summary>A message: plain JSON, or several parts where it has files.</summary>
    /// <remarks>Source: Discord documentation, reference, "Uploading Files".</remarks>
    public static HttpContent Message(OutgoingMessage message)
    {
        var json = Json(message.Body, DiscordJson.Default.MessageBody);
        if (message.Files.Count == 0) return json;
        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < message.Files.Count; i++)
        {
            var file = message.Files[i];
            parts.Add(new ReadOnlyMemoryContent(file.Content) { Headers = { ContentType = new(file.MediaType) } }, $"files[{i}]", file.Name);
        }
        return parts;
    }
}
