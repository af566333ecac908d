namespace MusicFlow.Telegram.Protocol;

/// <summary>A chat.</summary>
/// <param name="Id">At most 52 significant bits; negative for groups and channels.</param>
/// <param name="Type"><c>private</c>, <c>group</c>, <c>supergroup</c> or <c>channel</c>.</param>
public sealed record TelegramChat(long Id, string Type)
{
    /// <summary>Name of a group.</summary>
    public string? Title { get; init; }

    /// <summary>Whether only one person and the bot are in it.</summary>
    public bool IsPrivate => Type == "private";
}

/// <summary>A person or bot.</summary>
/// <param name="Id">At most 52 significant bits.</param>
/// <param name="IsBot">Whether it is a program.</param>
/// <param name="FirstName">As they write it.</param>
public sealed record TelegramUser(long Id, bool IsBot, string FirstName)
{
    /// <summary>As they write it.</summary>
    public string? LastName { get; init; }

    /// <summary>Without <c>@</c>.</summary>
    public string? Username { get; init; }

    /// <summary>IETF tag of the language of their app.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Told by getMe: whether inline mode is on.</summary>
    public bool SupportsInlineQueries { get; init; }

    /// <summary>Told by getMe: whether privacy mode is off, so that every message of a group arrives.</summary>
    public bool CanReadAllGroupMessages { get; init; }
}

/// <summary>What somebody is in a chat.</summary>
/// <param name="Status"><c>creator</c>, <c>administrator</c>, <c>member</c>, <c>restricted</c>, <c>left</c> or <c>kicked</c> (in a private chat: blocked).</param>
/// <param name="User">Who.</param>
public sealed record ChatMember(string Status, TelegramUser User)
{
    /// <summary>Whether they may change what concerns the whole chat.</summary>
    public bool IsAdministrator => Status is "creator" or "administrator";

    /// <summary>Whether they are not in the chat any more.</summary>
    public bool IsGone => Status is "left" or "kicked";
}

/// <summary>One size of a photo.</summary>
/// <param name="FileId">To send it again; only this bot can use it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record PhotoSize(string FileId, int Width, int Height);

/// <summary>A file that somebody sent.</summary>
/// <param name="FileId">To ask for it with getFile.</param>
public sealed record Document(string FileId)
{
    /// <summary>As the sender named it; never a path to trust.</summary>
    public string? FileName { get; init; }

    /// <summary>In bytes.</summary>
    public long? FileSize { get; init; }
}

/// <summary>A file ready to download.</summary>
/// <param name="FileId">The file.</param>
public sealed record TelegramFile(string FileId)
{
    /// <summary>In bytes.</summary>
    public long? FileSize { get; init; }

    /// <summary>Good for an hour at least.</summary>
    public string? FilePath { get; init; }
}

/// <summary>How the webhook fares.</summary>
/// <param name="Url">Empty when there is none.</param>
/// <param name="PendingUpdateCount">Updates that wait.</param>
public sealed record WebhookInfo(string Url, int PendingUpdateCount)
{
    /// <summary>What went wrong last.</summary>
    public string? LastErrorMessage { get; init; }
}
