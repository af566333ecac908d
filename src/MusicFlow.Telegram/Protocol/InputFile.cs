using System.Text.Json;
using System.Text.Json.Serialization;

namespace MusicFlow.Telegram.Protocol;

/// <summary>A photo to send: one that Telegram has, one that it fetches by itself, or bytes.</summary>
[JsonConverter(typeof(Converter))]
public sealed record InputFile
{
    /// <summary>Name of the part that carries the bytes.</summary>
    internal const string PartName = "photo";

    InputFile(string reference, ReadOnlyMemory<byte>? bytes)
    {
        Reference = reference;
        Bytes = bytes;
    }

    /// <summary>What stands in the request: an id, an address, or <c>attach://</c> and the name of the part.</summary>
    public string Reference { get; }

    /// <summary>The file, at most 10 MB; <see langword="null"/> when Telegram gets it elsewhere.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; }

    /// <summary>A file that this bot sent before; any number of times.</summary>
    public static InputFile Known(string fileId) => new(fileId, null);

    /// <summary>A file that Telegram fetches: a photo of at most 5 MB.</summary>
    public static InputFile Fetched(Uri url) => new(url.AbsoluteUri, null);

    /// <summary>A PNG file of at most 10 MB, width and height together at most 10,000.</summary>
    public static InputFile Upload(ReadOnlyMemory<byte> png) => new($"attach://{PartName}", png);

    internal sealed class Converter : JsonConverter<InputFile>
    {
        public override InputFile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, InputFile value, JsonSerializerOptions options) => writer.WriteStringValue(value.Reference);
    }
}
