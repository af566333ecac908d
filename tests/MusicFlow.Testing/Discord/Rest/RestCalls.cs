using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using MusicFlow.Testing.Discord.Interactions;

namespace MusicFlow.Testing.Discord.Rest;

/// <summary>The calls of the API that the emulator knows, and what they do.</summary>
sealed class RestCalls(DiscordEmulator emulator, InteractionBook interactions, MessageBook messages)
{
    /// <summary>Commands by server; empty text for everywhere.</summary>
    readonly ConcurrentDictionary<string, JsonArray> commands = new(StringComparer.Ordinal);

    /// <summary>The registered commands.</summary>
    public JsonArray Commands => Of("");

    /// <summary>Adds all calls.</summary>
    public void Map(IEndpointRouteBuilder routes, RestApi api)
    {
        api.Map(routes, "GET", "/gateway/bot", "", (_, _) => Checked("GatewayBotResponseSchema", emulator.Gateway.Describe()));
        api.Map(routes, "GET", "/applications/@me", "", (_, _) => new JsonObject
        {
            ["id"] = emulator.Options.ApplicationId,
            ["name"] = "MusicFlow",
            ["verify_key"] = emulator.PublicKey,
            ["interactions_endpoint_url"] = emulator.InteractionsEndpoint?.ToString(),
        });
        foreach (var (place, resource) in new[] { ("", ""), ("/guilds/{guild}", "guild") })
        {
            api.Map(routes, "GET", $"/applications/{{application}}{place}/commands", resource, (values, _) => Own(values, Of((string?)values["guild"] ?? "").DeepClone()));
            api.Map(routes, "PUT", $"/applications/{{application}}{place}/commands", resource, (values, body) =>
                Own(values, Register((string?)values["guild"] ?? "", body.Json as JsonArray ?? throw DiscordFaultException.Form("", "LIST_TYPE_CONVERT", "Only iterables may be used"))));
        }
        api.Map(routes, "POST", "/interactions/{id}/{token}/callback", "token", (values, body) => interactions.Answer((string)values["id"]!, (string)values["token"]!, body));
        foreach (var original in new[] { "@original", "%40original" })
            MapOriginal(routes, api, $"/webhooks/{{application}}/{{token}}/messages/{original}");
        api.Map(routes, "POST", "/webhooks/{application}/{token}", "token", (values, body) => Message(interactions.FollowUp((string)values["token"]!, body)));
        api.Map(routes, "POST", "/channels/{channel}/messages", "channel", (values, body) => Message(messages.Create((string)values["channel"]!, body)));
        api.Map(routes, "PATCH", "/channels/{channel}/messages/{message}", "channel", (values, body) => Message(messages.Edit((string)values["channel"]!, (string)values["message"]!, body)));
    }

    void MapOriginal(IEndpointRouteBuilder routes, RestApi api, string template)
    {
        api.Map(routes, "GET", template, "token", (values, _) => Message(interactions.Original((string)values["token"]!)));
        api.Map(routes, "PATCH", template, "token", (values, body) => Message(interactions.EditOriginal((string)values["token"]!, body)));
        api.Map(routes, "DELETE", template, "token", (values, _) =>
        {
            interactions.DeleteOriginal((string)values["token"]!);
            return null;
        });
    }

    JsonNode Own(RouteValueDictionary values, JsonNode answer) =>
        (string?)values["application"] == emulator.Options.ApplicationId ? answer : throw new DiscordFaultException(403, 20012, "You are not authorized to perform this action on this application");

    JsonArray Of(string guild) => commands.GetValueOrDefault(guild) ?? [];

    JsonArray Register(string guild, JsonArray wanted)
    {
        CommandRules.Check(wanted, isGlobal: guild.Length == 0);
        var known = Of(guild).OfType<JsonObject>().ToDictionary(command => ((int)command["type"]!, (string)command["name"]!), command => (string)command["id"]!);
        var registered = new JsonArray();
        foreach (var command in wanted.OfType<JsonObject>())
        {
            Validate("ApplicationCommandUpdateRequestSchema", WithNumericPermissions(command));
            var result = command.DeepClone().AsObject();
            var kind = (int?)command["type"] ?? 1;
            result["type"] = kind;
            result["description"] ??= "";
            result["id"] = known.GetValueOrDefault((kind, (string)command["name"]!)) ?? emulator.Ids.Next();
            result["application_id"] = emulator.Options.ApplicationId;
            result["version"] = emulator.Ids.Next();
            result["default_member_permissions"] ??= null;
            result["nsfw"] ??= false;
            registered.Add(Checked("ApplicationCommandResponseSchema", result));
        }
        commands[guild] = registered;
        return registered.DeepClone().AsArray();
    }

    /// <summary>The schema wants a number where the documentation wants a text; the service takes both.</summary>
    static JsonObject WithNumericPermissions(JsonObject command)
    {
        var copy = command.DeepClone().AsObject();
        if ((string?)copy["default_member_permissions"] is { } text) copy["default_member_permissions"] = long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return copy;
    }

    JsonObject Message(EmulatedMessage message) => Checked("MessageResponseSchema", message.ToJson(emulator.Options));

    JsonObject Checked(string schema, JsonObject json)
    {
        if (emulator.Options.IsValidating) JsonSchemas.Check(schema, json);
        return json;
    }

    void Validate(string schema, JsonNode json)
    {
        if (emulator.Options.IsValidating && JsonSchemas.Errors(schema, json) is { Count: > 0 } errors) throw DiscordFaultException.Form("", "SCHEMA", string.Join("; ", errors));
    }
}
