namespace MusicFlow.Core.Chats;

/// <summary>Where a conversation takes place. Two topics of one group are two conversations.</summary>
/// <param name="Platform">Short name of the platform, lower case, such as <c>telegram</c>, <c>discord</c>, <c>web</c> or <c>terminal</c>.</param>
/// <param name="ChatId">The platform's id of the chat or channel.</param>
/// <param name="TopicId">The platform's id of the topic or thread inside the chat; <see langword="null"/> where there is none.</param>
public readonly record struct ChatAddress(string Platform, string ChatId, string? TopicId = null);

/// <summary>A person as a platform knows them.</summary>
/// <param name="Platform">Short name of the platform, see <see cref="ChatAddress.Platform"/>.</param>
/// <param name="Id">The platform's id of the person; never a name.</param>
public readonly record struct PersonId(string Platform, string Id);
