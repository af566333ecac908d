using System.Collections.Concurrent;
using MusicFlow.Core.Chats;

namespace MusicFlow.Testing;

/// <summary>The settings of chats, in memory.</summary>
public sealed class MemoryChatSettings : IChatSettings
{
    readonly ConcurrentDictionary<ChatAddress, ChatSettings> known = new();

    public Task<ChatSettings> GetAsync(ChatAddress chat, CancellationToken ct) => Task.FromResult(known.GetValueOrDefault(chat, new ChatSettings()));

    public Task SetAsync(ChatAddress chat, ChatSettings settings, CancellationToken ct)
    {
        known[chat] = settings;
        return Task.CompletedTask;
    }
}
