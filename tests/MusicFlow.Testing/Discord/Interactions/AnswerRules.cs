using System.Text.Json.Nodes;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord.Interactions;

/// <summary>What Discord refuses in a first answer.</summary>
static class AnswerRules
{
    /// <summary>Checks an answer.</summary>
    /// <returns>Its type.</returns>
    public static int Check(EmulatedInteraction interaction, RequestBody body, bool isValidating)
    {
        var json = body.Object;
        FieldRules.Only(json, "", "type", "data");
        var type = (int?)json["type"] ?? throw DiscordFaultException.Form("type", "BASE_TYPE_REQUIRED", "This field is required");
        int[] allowed = interaction.Kind switch { 2 => [4, 5, 9], 3 => [4, 5, 6, 7, 9], 4 => [8], 5 => [4, 5, 6, 7], _ => [1] };
        if (!allowed.Contains(type)) throw DiscordFaultException.Form("type", "INTERACTION_CALLBACK_TYPE", $"An interaction of type {interaction.Kind} cannot be answered with {type}.");
        if (isValidating) Validate(type, json);
        var data = json["data"] as JsonObject;
        if (type is 5 or 6 && data is not null) Deferral(data);
        if (type is 8) Choices(data ?? throw DiscordFaultException.Form("data", "BASE_TYPE_REQUIRED", "This field is required"));
        if (type is 4 or 7 && data is null) throw DiscordFaultException.Form("data", "BASE_TYPE_REQUIRED", "This field is required");
        return type;
    }

    static void Deferral(JsonObject data)
    {
        FieldRules.Only(data, "data", "flags");
        if ((int?)data["flags"] is not (null or 0 or 64)) throw DiscordFaultException.Form("data.flags", "BITFIELD_TYPE", "Only EPHEMERAL may be set.");
    }

    static void Choices(JsonObject data)
    {
        FieldRules.Only(data, "data", "choices");
        foreach (var (choice, i) in FieldRules.List(data, "choices", "data", 25).Select((choice, i) => (choice, i)))
        {
            FieldRules.Only(choice, $"data.choices.{i}", "name", "name_localizations", "value");
            FieldRules.Text(choice, "name", $"data.choices.{i}", 1, 100);
            FieldRules.Text(choice, "value", $"data.choices.{i}", 1, 100);
        }
    }

    static void Validate(int type, JsonObject json)
    {
        var schema = type switch
        {
            6 or 7 => "UpdateMessageInteractionCallbackRequestSchema",
            8 => "ApplicationCommandAutocompleteCallbackRequestSchema",
            9 => "ModalInteractionCallbackRequestSchema",
            _ => "CreateMessageInteractionCallbackRequestSchema",
        };
        List<string> errors = [.. JsonSchemas.Errors(schema, json), .. JsonSchemas.Errors("APIInteractionResponse", json)];
        if (errors.Count > 0) throw DiscordFaultException.Form("", "SCHEMA", string.Join("; ", errors));
    }
}
