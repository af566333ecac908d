using System.Buffers.Binary;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Telegram;

/// <summary>Which photos the service takes.</summary>
internal static class PhotoRules
{
    const int MostBytes = 10 * 1024 * 1024;
    const int MostPixels = 10_000;
    const int MostRatio = 20;

    static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The sizes of a photo that is uploaded, fetched or known.</summary>
    public static JsonArray Sizes(BotWorld world, BotCall call, JsonNode? reference)
    {
        var name = reference?.GetValue<string>() ?? throw ApiRefusedException.Bad("there is no photo in the request");
        if (name.StartsWith("attach://", StringComparison.Ordinal)) return Uploaded(world, call.Files.GetValueOrDefault(name["attach://".Length..]) ?? throw ApiRefusedException.Bad("there is no photo in the request"));
        if (world.Files.TryGetValue(name, out var known)) return Size(name, known.Bytes);
        if (!Uri.TryCreate(name, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) throw ApiRefusedException.Bad("wrong file identifier/HTTP URL specified");
        return world.Addresses.Contains(name) ? Size(world.NewFile("fetched.png", []), []) : throw ApiRefusedException.Bad("failed to get HTTP URL content");
    }

    static JsonArray Uploaded(BotWorld world, byte[] bytes)
    {
        if (bytes.Length > MostBytes) throw new ApiRefusedException(413, "Request Entity Too Large");
        if (bytes.Length < 24 || !bytes.AsSpan(0, 8).SequenceEqual(Png)) throw ApiRefusedException.Bad("IMAGE_PROCESS_FAILED");
        var (width, height) = Pixels(bytes);
        if (width < 1 || height < 1 || width + height > MostPixels || Math.Max(width, height) > MostRatio * Math.Min(width, height)) throw ApiRefusedException.Bad("PHOTO_INVALID_DIMENSIONS");
        return Size(world.NewFile("photo.png", bytes), bytes);
    }

    static JsonArray Size(string id, byte[] bytes)
    {
        var (width, height) = bytes.Length < 24 ? (90, 90) : Pixels(bytes);
        return [new JsonObject { ["file_id"] = id, ["file_unique_id"] = id[^8..], ["width"] = width, ["height"] = height }];
    }

    static (int Width, int Height) Pixels(byte[] png) => (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
}
