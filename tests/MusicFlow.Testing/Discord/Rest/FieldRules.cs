using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>Small checks that the rules of each object are made of.</summary>
static class FieldRules
{
    /// <summary>No field but these.</summary>
    public static void Only(JsonObject json, string path, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in json)
            if (!known.Contains(name))
                throw DiscordFaultException.Form(Join(path, name), "UNKNOWN_FIELD", "The emulator knows no such field.");
    }

    /// <summary>A text within its length, counted without the whitespace around it.</summary>
    /// <returns>The length.</returns>
    public static int Text(JsonObject json, string name, string path, int least, int most)
    {
        var value = json[name];
        if (value is null) return least == 0 ? 0 : throw DiscordFaultException.Form(Join(path, name), "BASE_TYPE_REQUIRED", "This field is required");
        if (value.GetValueKind() != System.Text.Json.JsonValueKind.String) throw DiscordFaultException.Form(Join(path, name), "STRING_TYPE_CONVERT", "Could not interpret as string.");
        var length = value.GetValue<string>().Trim().Length;
        if (length < least || length > most) throw DiscordFaultException.Form(Join(path, name), "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        return length;
    }

    /// <summary>A list within its length; none where the field is missing.</summary>
    public static IReadOnlyList<JsonObject> List(JsonObject json, string name, string path, int most)
    {
        if (json[name] is not JsonArray list) return [];
        if (list.Count > most) throw DiscordFaultException.Form(Join(path, name), "BASE_TYPE_BAD_LENGTH", $"Must be {most} or fewer in length.");
        return [.. list.Select((item, i) => item as JsonObject ?? throw DiscordFaultException.Form(Join(path, $"{name}.{i}"), "MODEL_TYPE_CONVERT", "Only dictionaries may be used"))];
    }

    /// <summary>Path of a part.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
