using MusicFlow.Core.Chats;

namespace MusicFlow.Storage.Chats;

/// <summary>The columns that name a chat, and the condition that finds its rows.</summary>
internal static class ChatRow
{
    /// <summary>Rows of one chat; parameters <c>Platform</c>, <c>ChatId</c>, <c>TopicId</c>.</summary>
    public const string Condition = "platform = @Platform and chat_id = @ChatId and topic_id = @TopicId";

    /// <summary>The topic as its column has it: empty for none.</summary>
    public static string Topic(ChatAddress chat) => chat.TopicId ?? "";
}
