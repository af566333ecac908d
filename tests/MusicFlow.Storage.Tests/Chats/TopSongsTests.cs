using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Tests.Chats;

public sealed class TopSongsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task The_highest_come_first_and_a_new_prediction_replaces_the_old_one(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var (top, low, high) = (storage.Get<ITopSongs>(), await SomeChat.TrackAsync(storage, "Low"), await SomeChat.TrackAsync(storage, "High"));

        await top.KeepAsync(SomeChat.Group, Song(low, "Low", 9), Ct);
        await top.KeepAsync(SomeChat.Group, Song(high, "High", 3.25), Ct);
        await top.KeepAsync(SomeChat.Group, Song(low, "Low", 0.5), Ct);

        Assert.Equal([Song(high, "High", 3.25), Song(low, "Low", 0.5)], await top.GetAsync(SomeChat.Group, 10, Ct));
        Assert.Single(await top.GetAsync(SomeChat.Group, 1, Ct));
        Assert.Empty(await top.GetAsync(SomeChat.Group with { TopicId = null }, 10, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task Only_this_chat_is_reset(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var (top, track) = (storage.Get<ITopSongs>(), await SomeChat.TrackAsync(storage, "Song"));
        var other = SomeChat.Group with { ChatId = "other" };
        await top.KeepAsync(SomeChat.Group, Song(track, "Song", 1), Ct);
        await top.KeepAsync(other, Song(track, "Song", 1), Ct);

        Assert.Equal(1, await top.ResetAsync(SomeChat.Group, Ct));

        Assert.Empty(await top.GetAsync(SomeChat.Group, 10, Ct));
        Assert.Single(await top.GetAsync(other, 10, Ct));
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_chat_keeps_its_best_hundred(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var top = storage.Get<ITopSongs>();
        for (var i = 0; i < 103; i++)
            await top.KeepAsync(SomeChat.Group, Song(await SomeChat.TrackAsync(storage, $"Song {i}"), $"Song {i}", i / 10.0), Ct);

        var kept = await top.GetAsync(SomeChat.Group, 1000, Ct);

        Assert.Equal(100, kept.Count);
        Assert.Equal(0.3, kept[^1].Streams);
    }

    [Theory, MemberData(nameof(TestStorage.Both), MemberType = typeof(TestStorage))]
    public async Task A_track_that_is_gone_is_not_kept(StorageProvider provider)
    {
        await using var storage = await TestStorage.OpenAsync(provider);
        var top = storage.Get<ITopSongs>();

        await top.KeepAsync(SomeChat.Group, Song(new TrackId(4711), "Gone", 1), Ct);

        Assert.Empty(await top.GetAsync(SomeChat.Group, 10, Ct));
    }

    static TopSong Song(TrackId track, string title, double streams) => new(track, title, "Artist", streams, SomeChat.Noon);
}
