using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MusicFlow.Testing.Telegram;

/// <summary>How to play the people of an emulator that runs alone.</summary>
/// <remarks>
/// <c>POST /emulator/say {"text","chat"?,"user"?}</c> · <c>POST /emulator/press {"chat","message","label"}</c> · <c>POST /emulator/ask {"query"}</c> ·
/// <c>POST /emulator/update</c> (a whole update) · <c>GET /emulator/calls</c> · <c>GET /emulator/messages/{chat}</c>.
/// </remarks>
internal static class ControlApi
{
    public static void Map(WebApplication app, TelegramEmulator emulator)
    {
        var group = app.MapGroup("/emulator");
        group.MapPost("/say", (JsonObject body) => emulator.People.Say((string?)body["text"] ?? "", User(body), (long?)body["chat"]));
        group.MapPost("/press", (JsonObject body) => emulator.People.Press((long)body["chat"]!, (long)body["message"]!, (string)body["label"]!, User(body)));
        group.MapPost("/ask", (JsonObject body) => emulator.People.Ask((string?)body["query"] ?? "", User(body)));
        group.MapPost("/update", (JsonObject body) => emulator.People.Tell(body));
        group.MapGet("/calls", () => emulator.Calls.Select(call => new { call.Method, call.Body, call.Status, call.Refusal }));
        group.MapGet("/messages/{chat:long}", (long chat) => Results.Json(emulator.People.Messages(chat)));
    }

    static EmulatedUser User(JsonObject body) => body["user"] is { } id ? new EmulatedUser((long)id) : new EmulatedUser();
}
