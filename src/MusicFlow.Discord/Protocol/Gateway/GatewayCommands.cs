using System.Text.Json;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Protocol.Gateway;

/// <summary>What we say to the gateway, as UTF-8 JSON.</summary>
static class GatewayCommands
{
    /// <summary>Only servers: slash commands and buttons need no intent at all, and this one tells which servers there are.</summary>
    const int Intents = 1 << 0;

    const string Library = "MusicFlow.Bot";

    /// <summary>"I am alive."</summary>
    /// <param name="sequence">Number of the last event; <see langword="null"/> before the first.</param>
    public static byte[] Heartbeat(int? sequence) => JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Heartbeat, sequence), DiscordJson.Default.GatewayCommandNullableInt32);

    /// <summary>Starts a session.</summary>
    public static byte[] Identify(string token, Identity who)
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
        var identify = new Identify(token, Intents, new ConnectionProperties(system, Library, Library), [who.Shard, who.Shards]);
        return JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Identify, identify), DiscordJson.Default.GatewayCommandIdentify);
    }

    /// <summary>Continues a session.</summary>
    public static byte[] Resume(string token, GatewaySession session) =>
        JsonSerializer.SerializeToUtf8Bytes(new(GatewayOp.Resume, new Resume(token, session.Id, session.Sequence)), DiscordJson.Default.GatewayCommandResume);
}
