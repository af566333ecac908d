using System.Text;
using System.Text.Json;

namespace MusicFlow.Discord.Protocol.Rest;

/// <summary>Reads the body of an error: a code, a sentence, and the fields that Discord dislikes.</summary>
static class ApiError
{
    /// <summary>Most bytes of a body that are looked at.</summary>
    const int LongestBody = 16 * 1024;

    /// <summary>Most characters that go into the exception.</summary>
    const int LongestReason = 500;

    /// <summary>The error of an answer.</summary>
    public static async Task<DiscordApiException> ReadAsync(ApiCall call, HttpResponseMessage response, CancellationToken ct)
    {
        var (code, reason) = Parse(await BodyAsync(response, ct));
        return new DiscordApiException(call.Name, response.StatusCode, code, reason);
    }

    static (int Code, string Reason) Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            var code = root.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : 0;
            var reason = new StringBuilder(root.TryGetProperty("message", out var text) ? text.GetString() : "no message");
            if (root.TryGetProperty("errors", out var errors)) AppendErrors(errors, "", reason);
            return (code, reason.Length > LongestReason ? reason.ToString(0, LongestReason) : reason.ToString());
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException)
        {
            return (0, "an answer that is not Discord's");
        }
    }

    /// <summary>Appends <c>path: code</c> for each field; what was sent stays out of it.</summary>
    static void AppendErrors(JsonElement errors, string path, StringBuilder reason)
    {
        foreach (var entry in errors.EnumerateObject())
            if (entry.NameEquals("_errors"))
                foreach (var error in entry.Value.EnumerateArray())
                    reason.Append("; ").Append(path).Append(": ").Append(error.GetProperty("code").GetString());
            else if (entry.Value.ValueKind == JsonValueKind.Object)
                AppendErrors(entry.Value, path.Length == 0 ? entry.Name : $"{path}.{entry.Name}", reason);
    }

    static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpResponseMessage response, CancellationToken ct)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        var body = new byte[LongestBody];
        var length = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        return body.AsMemory(0, length);
    }
}
