using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MusicFlow.Storage.Tracks;

namespace MusicFlow.Storage;

/// <summary>JSON inside database columns.</summary>
[JsonSerializable(typeof(IReadOnlyCollection<string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Dictionary<string, SourceStamp>))]
internal sealed partial class StorageJson : JsonSerializerContext
{
    /// <summary>The same, writing letters of every script as they are; these texts never meet a browser.</summary>
    public static StorageJson Readable { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
