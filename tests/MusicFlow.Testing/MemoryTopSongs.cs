using System.Collections.Concurrent;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Testing;

/// <summary>The best songs of each chat, in memory.</summary>
public sealed class MemoryTopSongs : ITopSongs
{
    readonly ConcurrentDictionary<(ChatAddress Chat, TrackId Track), TopSong> songs = new();

    public Task KeepAsync(ChatAddress chat, TopSong song, CancellationToken ct)
    {
        songs[(chat, song.Track)] = song;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TopSong>> GetAsync(ChatAddress chat, int count, CancellationToken ct) => Task.FromResult<IReadOnlyList<TopSong>>(
        [.. songs.Where(entry => entry.Key.Chat == chat).Select(entry => entry.Value).OrderByDescending(song => song.Streams).ThenBy(song => song.At).Take(count)]);

    public Task<int> ResetAsync(ChatAddress chat, CancellationToken ct) => Task.FromResult(songs.Keys.Count(key => key.Chat == chat && songs.TryRemove(key, out _)));
}
