using System.Text.Json.Nodes;
using static MusicFlow.Testing.Discord.Rest.FieldRules;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>What Discord refuses in rows of buttons.</summary>
/// <remarks>Source: Discord documentation, components/reference.</remarks>
static class ComponentRules
{
    /// <summary>Checks the rows of a message.</summary>
    public static void Check(IReadOnlyList<JsonObject> rows)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var path = $"components.{i}";
            Only(row, path, "type", "components", "id");
            if ((int?)row["type"] != 1) throw DiscordFaultException.Form($"{path}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            var buttons = List(row, "components", path, 5);
            if (buttons.Count == 0) throw DiscordFaultException.Form($"{path}.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.");
            foreach (var (button, j) in buttons.Select((button, j) => (button, j)))
                Button(button, $"{path}.components.{j}", ids);
        }
    }

    static void Button(JsonObject button, string path, HashSet<string> ids)
    {
        Only(button, path, "type", "style", "label", "custom_id", "url", "disabled", "emoji", "sku_id", "id");
        if ((int?)button["type"] != 2) throw DiscordFaultException.Form($"{path}.type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (2,).");
        if ((int?)button["style"] is not (>= 1 and <= 6)) throw DiscordFaultException.Form($"{path}.style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}.");
        if (Text(button, "label", path, 0, 80) == 0 && button["emoji"] is null) throw DiscordFaultException.Form(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
        if ((int?)button["style"] == 5)
        {
            Text(button, "url", path, 1, 512);
            return;
        }
        Text(button, "custom_id", path, 1, 100);
        if (!ids.Add((string)button["custom_id"]!)) throw DiscordFaultException.Form($"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
}
