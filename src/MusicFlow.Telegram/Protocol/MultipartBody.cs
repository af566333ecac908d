using System.Text;
using System.Text.Json;

namespace MusicFlow.Telegram.Protocol;

/// <summary>A request with a file: every field is a part of its own, nested ones as JSON text.</summary>
static class MultipartBody
{
    public static MultipartFormDataContent Of(JsonElement request, ReadOnlyMemory<byte> png)
    {
        var body = new MultipartFormDataContent();
        foreach (var field in request.EnumerateObject())
            if (field.Name != InputFile.PartName)
                body.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(TextOf(field.Value))), Quoted(field.Name));
        body.Add(new ReadOnlyMemoryContent(png) { Headers = { ContentType = new("image/png") } }, Quoted(InputFile.PartName), Quoted("card.png"));
        return body;
    }

    static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>Names in quotes, as browsers write them; without them some readers fail.</summary>
    static string Quoted(string name) => $"\"{name}\"";
}
