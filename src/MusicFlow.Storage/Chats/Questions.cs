using System.Data.Common;
using Dapper;
using MusicFlow.Core.Chats;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Storage.Chats;

/// <summary>Last questions and picked tracks, in the tables <c>question</c> and <c>track_choice</c>.</summary>
internal sealed class Questions(DbDataSource database, TimeProvider clock) : IQuestions
{
    public Task KeepAsync(ChatAddress chat, PersonId person, Question question, CancellationToken ct) => database.RunAsync(
        async transaction =>
        {
            var row = new
            {
                chat.Platform,
                chat.ChatId,
                TopicId = ChatRow.Topic(chat),
                Person = person.Id,
                question.Text,
                Track = question.Track?.Value,
                At = question.At.ToUnixTimeMilliseconds(),
                Expired = (question.At - IQuestions.KeptFor).ToUnixTimeMilliseconds(),
            };
            await transaction.Connection!.ExecuteAsync(new CommandDefinition("delete from question where asked_at < @Expired", row, transaction, cancellationToken: ct));
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                insert into question (platform, chat_id, topic_id, person_id, text, track_id, asked_at)
                values (@Platform, @ChatId, @TopicId, @Person, @Text, (select id from track where id = @Track), @At)
                on conflict (platform, chat_id, topic_id, person_id) do update
                set text = excluded.text, track_id = excluded.track_id, asked_at = excluded.asked_at
                """, row, transaction, cancellationToken: ct));
        },
        ct);

    public async Task<Question?> LastAsync(ChatAddress chat, PersonId person, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<(string Text, long? Track, long At)>(new CommandDefinition(
            $"select text, track_id, asked_at from question where {ChatRow.Condition} and person_id = @Person and asked_at >= @Oldest",
            new { chat.Platform, chat.ChatId, TopicId = ChatRow.Topic(chat), Person = person.Id, Oldest = (clock.GetUtcNow() - IQuestions.KeptFor).ToUnixTimeMilliseconds() }, cancellationToken: ct));
        return rows.Select(row => new Question(row.Text, row.Track is { } id ? new TrackId(id) : null, DateTimeOffset.FromUnixTimeMilliseconds(row.At))).SingleOrDefault();
    }

    public async Task ChooseAsync(PersonId person, string text, TrackId track, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into track_choice (platform, person_id, text, track_id) select @Platform, @Person, @Folded, id from track where id = @Track
            on conflict (platform, person_id, text) do update set track_id = excluded.track_id
            """, new { person.Platform, Person = person.Id, Folded = PlainText.Fold(text), Track = track.Value }, cancellationToken: ct));
    }

    public async Task<TrackId?> ChosenAsync(PersonId person, string text, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var id = await connection.ExecuteScalarAsync<long?>(new CommandDefinition(
            "select track_id from track_choice where platform = @Platform and person_id = @Person and text = @Folded",
            new { person.Platform, Person = person.Id, Folded = PlainText.Fold(text) }, cancellationToken: ct));
        return id is { } found ? new TrackId(found) : null;
    }

    public async Task<int> ForgetAsync(PersonId person, CancellationToken ct)
    {
        var rows = 0;
        await database.RunAsync(
            async transaction =>
            {
                foreach (var table in new[] { "question", "track_choice" })
                    rows += await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                        $"delete from {table} where platform = @Platform and person_id = @Id", person, transaction, cancellationToken: ct));
            },
            ct);
        return rows;
    }
}
