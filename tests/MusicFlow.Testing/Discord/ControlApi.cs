using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MusicFlow.Testing.Discord;

/// <summary>Plays the people from outside, for an emulator that stands alone: what somebody does, and what they see.</summary>
static class ControlApi
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Adds <c>GET /emulator</c> (token, key, ids), <c>POST /emulator/endpoint {"url"}</c> (interactions over HTTP), and
    /// <c>POST /emulator/slash {"command","options":{…}}</c>, which answers with the message that is seen in the end.
    /// </summary>
    public static void MapControl(this IEndpointRouteBuilder routes, DiscordEmulator emulator)
    {
        routes.MapGet("/emulator", () => Results.Text(Describe(emulator).ToJsonString(), "application/json"));
        routes.MapPost("/emulator/endpoint", async (HttpRequest request) =>
        {
            emulator.InteractionsEndpoint = (string?)(await ReadAsync(request))["url"] is { } url ? new Uri(url) : null;
            return Results.NoContent();
        });
        routes.MapPost("/emulator/slash", async (HttpRequest request) => Results.Text((await SlashAsync(emulator, await ReadAsync(request))).ToJsonString(), "application/json"));
    }

    static JsonObject Describe(DiscordEmulator emulator) => new()
    {
        ["token"] = emulator.Options.Token,
        ["public_key"] = emulator.PublicKey,
        ["application_id"] = emulator.Options.ApplicationId,
        ["commands"] = emulator.Commands.DeepClone(),
    };

    static async Task<JsonObject> SlashAsync(DiscordEmulator emulator, JsonObject wanted)
    {
        var options = (wanted["options"]?.AsObject() ?? []).Select(option => (option.Key, (string)option.Value!)).ToArray();
        var sent = await emulator.SendAsync(SomeInteraction.Slash((string)wanted["command"]!, options));
        await sent.Shown.WaitAsync(Patience);
        var seen = sent.FollowUps is [.., var last] ? last : sent.Original;
        return seen?.ToJson(emulator.Options) ?? [];
    }

    static async Task<JsonObject> ReadAsync(HttpRequest request) => (await JsonNode.ParseAsync(request.Body))!.AsObject();
}
