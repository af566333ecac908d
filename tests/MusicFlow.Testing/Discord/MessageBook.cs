using System.Collections.Concurrent;
using MusicFlow.Testing.Discord.Rest;

namespace MusicFlow.Testing.Discord;

/// <summary>The messages in channels. Thread-safe.</summary>
sealed class MessageBook(Snowflakes ids)
{
    readonly ConcurrentDictionary<string, EmulatedMessage> messages = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, EmulatedMessage> nonces = new(StringComparer.Ordinal);

    /// <summary>All messages, the oldest first.</summary>
    public IReadOnlyList<EmulatedMessage> All => [.. messages.Values.OrderBy(message => ulong.Parse(message.Id, System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>Channels that do not exist, or no longer.</summary>
    public ConcurrentDictionary<string, bool> Gone { get; } = new(StringComparer.Ordinal);

    public EmulatedMessage Create(string channel, RequestBody body)
    {
        if (Gone.ContainsKey(channel)) throw new DiscordFaultException(404, 10003, "Unknown Channel");
        var nonce = (bool?)body.Object["enforce_nonce"] is true ? (string?)body.Object["nonce"] : null;
        if (nonce is not null && nonces.TryGetValue(channel + nonce, out var same)) return same;
        var message = new EmulatedMessage(ids.Next(), channel);
        message.Take(body, isEdit: false);
        messages[message.Id] = message;
        if (nonce is not null) nonces[channel + nonce] = message;
        return message;
    }

    public EmulatedMessage Edit(string channel, string id, RequestBody body)
    {
        if (!messages.TryGetValue(id, out var message) || message.Channel != channel || Gone.ContainsKey(channel)) throw new DiscordFaultException(404, 10008, "Unknown Message");
        message.Take(body, isEdit: true);
        return message;
    }
}
