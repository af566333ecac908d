using System.Data.Common;
using Dapper;
using MusicFlow.Core.Chats;

namespace MusicFlow.Storage.Chats;

/// <summary>The settings of each chat, in the table <c>chat_settings</c>.</summary>
internal sealed class ChatSettingsStore(DbDataSource database) : IChatSettings
{
    public async Task<ChatSettings> GetAsync(ChatAddress chat, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<(string? Language, int IsQuiet)>(new CommandDefinition(
            $"select language, is_quiet from chat_settings where {ChatRow.Condition}",
            new { chat.Platform, chat.ChatId, TopicId = ChatRow.Topic(chat) }, cancellationToken: ct));
        return rows.Select(row => new ChatSettings { Language = row.Language, IsQuiet = row.IsQuiet != 0 }).SingleOrDefault() ?? new ChatSettings();
    }

    public async Task SetAsync(ChatAddress chat, ChatSettings settings, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into chat_settings (platform, chat_id, topic_id, language, is_quiet) values (@Platform, @ChatId, @TopicId, @Language, @IsQuiet)
            on conflict (platform, chat_id, topic_id) do update set language = excluded.language, is_quiet = excluded.is_quiet
            """,
            new { chat.Platform, chat.ChatId, TopicId = ChatRow.Topic(chat), settings.Language, IsQuiet = settings.IsQuiet ? 1 : 0 }, cancellationToken: ct));
    }
}
