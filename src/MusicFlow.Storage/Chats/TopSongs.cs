using System.Data.Common;
using Dapper;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Chats;

/// <summary>The best predictions of each chat, in the table <c>top_song</c>.</summary>
internal sealed class TopSongs(DbDataSource database) : ITopSongs
{
    /// <summary>Songs kept per chat: those beyond are never shown.</summary>
    const int MostKept = 100;

    const string ThisChat = ChatRow.Condition;

    public Task KeepAsync(ChatAddress chat, TopSong song, CancellationToken ct) => database.RunAsync(
        async transaction =>
        {
            var row = new
            {
                chat.Platform,
                chat.ChatId,
                TopicId = ChatRow.Topic(chat),
                Track = song.Track.Value,
                song.Title,
                song.Artist,
                song.Streams,
                At = song.At.ToUnixTimeMilliseconds(),
                MostKept,
            };
            // The track may have been merged into another since it was found; then there is nothing to keep.
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                insert into top_song (platform, chat_id, topic_id, track_id, title, artist, streams, predicted_at)
                select @Platform, @ChatId, @TopicId, id, @Title, @Artist, @Streams, @At from track where id = @Track
                on conflict (platform, chat_id, topic_id, track_id) do update
                set title = excluded.title, artist = excluded.artist, streams = excluded.streams, predicted_at = excluded.predicted_at
                """, row, transaction, cancellationToken: ct));
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                $"delete from top_song where {ThisChat} and track_id in (select track_id from top_song where {ThisChat} order by streams desc, predicted_at, track_id limit 1 offset @MostKept)",
                row, transaction, cancellationToken: ct));
        },
        ct);

    public async Task<IReadOnlyList<TopSong>> GetAsync(ChatAddress chat, int count, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<(long Track, string Title, string Artist, double Streams, long At)>(new CommandDefinition(
            $"select track_id, title, artist, streams, predicted_at from top_song where {ThisChat} order by streams desc, predicted_at, track_id limit @count",
            new { chat.Platform, chat.ChatId, TopicId = ChatRow.Topic(chat), count }, cancellationToken: ct));
        return [.. rows.Select(row => new TopSong(new TrackId(row.Track), row.Title, row.Artist, row.Streams, DateTimeOffset.FromUnixTimeMilliseconds(row.At)))];
    }

    public async Task<int> ResetAsync(ChatAddress chat, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            $"delete from top_song where {ThisChat}", new { chat.Platform, chat.ChatId, TopicId = ChatRow.Topic(chat) }, cancellationToken: ct));
    }
}
