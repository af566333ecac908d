using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>What Discord keeps of a session: its events, so that a resumed one gets what it missed. Thread-safe.</summary>
sealed class EmulatedSession(string id, (int Id, int Count) shard)
{
    const int MostKept = 2_000;

    readonly Lock gate = new();
    readonly Queue<JsonObject> kept = new();
    int sequence;

    public string Id { get; } = id;

    public (int Id, int Count) Shard { get; } = shard;

    /// <summary>The connection that it lives on; <see langword="null"/> while there is none.</summary>
    public GatewayPeer? Peer { get; set; }

    /// <summary>Number of the last event.</summary>
    public int Last
    {
        get
        {
            lock (gate) return sequence;
        }
    }

    /// <summary>Numbers an event and keeps it.</summary>
    public JsonObject Next(string type, JsonNode data)
    {
        lock (gate)
        {
            var frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = ++sequence, ["d"] = data.DeepClone() };
            kept.Enqueue(frame);
            if (kept.Count > MostKept) kept.Dequeue();
            return frame;
        }
    }

    /// <summary>The events after a number.</summary>
    public IReadOnlyList<JsonObject> Since(int number)
    {
        lock (gate) return [.. kept.Where(frame => (int)frame["s"]! > number)];
    }
}
