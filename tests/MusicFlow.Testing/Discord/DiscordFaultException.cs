using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord;

/// <summary>What the emulator refuses, as Discord would word it.</summary>
public sealed class DiscordFaultException(int status, int code, string message) : Exception(message)
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Discord's code; 0 for general errors.</summary>
    public int Code { get; } = code;

    /// <summary>Disliked fields; <see langword="null"/> for none.</summary>
    public JsonObject? Errors { get; init; }

    /// <summary>Seconds to wait, with status 429.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>The form is wrong in one field.</summary>
    public static DiscordFaultException Form(string path, string error, string message)
    {
        var leaf = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = error, ["message"] = message }) };
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
            leaf = new JsonObject { [part] = leaf };
        return new(400, 50035, "Invalid Form Body") { Errors = leaf };
    }

    /// <summary>The body of the answer.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message, ["code"] = Code };
        if (Errors is not null) json["errors"] = Errors.DeepClone();
        if (RetryAfter is not null) return new JsonObject { ["message"] = Message, ["retry_after"] = RetryAfter, ["global"] = false };
        return json;
    }
}
