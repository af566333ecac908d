using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace MusicFlow.Testing.Discord.Gateway;

/// <summary>How many sessions may start, and how fast. Thread-safe.</summary>
sealed class StartRules(DiscordEmulatorOptions options)
{
    static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<int, DateTimeOffset> last = new();
    int count;

    /// <summary>Sessions that were started.</summary>
    public int Count => count;

    /// <summary>Whether a shard may start now.</summary>
    public bool MayStart(int shard) =>
        !options.RefusesFastStarts || !last.TryGetValue(shard % options.MaxConcurrency, out var before) || options.Time.GetUtcNow() - before >= Window - TimeSpan.FromMilliseconds(50);

    /// <summary>A shard started.</summary>
    public void Start(int shard)
    {
        last[shard % options.MaxConcurrency] = options.Time.GetUtcNow();
        Interlocked.Increment(ref count);
    }

    /// <summary>The answer to <c>GET /gateway/bot</c>.</summary>
    public JsonObject Describe(Uri address) => new()
    {
        ["url"] = address.ToString(),
        ["shards"] = options.Shards,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = Math.Max(0, options.SessionStarts - count),
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = options.MaxConcurrency,
        },
    };
}
