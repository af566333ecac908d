namespace MusicFlow.Telegram.Protocol;

/// <summary>Asks for news. core.telegram.org/bots/api#getupdates.</summary>
/// <param name="Timeout">Seconds to wait for some, 0–50.</param>
/// <param name="AllowedUpdates">The kinds wanted; never left out, for then an earlier choice would stay.</param>
public sealed record GetUpdates(int Timeout, IReadOnlyList<string> AllowedUpdates)
{
    /// <summary>The first update wanted; all before it are confirmed by that and never come again.</summary>
    public long? Offset { get; init; }

    /// <summary>Most updates in the answer, 1–100.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>Has updates delivered to an address. core.telegram.org/bots/api#setwebhook.</summary>
/// <param name="Url">HTTPS on port 443, 80, 88 or 8443.</param>
/// <param name="SecretToken">1–256 of <c>[A-Za-z0-9_-]</c>, told back in each delivery.</param>
/// <param name="AllowedUpdates">The kinds wanted.</param>
public sealed record SetWebhook(Uri Url, string SecretToken, IReadOnlyList<string> AllowedUpdates)
{
    /// <summary>Deliveries at the same time, 1–100.</summary>
    public int MaxConnections { get; init; } = 40;
}

/// <summary>Ends the webhook.</summary>
public sealed record DeleteWebhook(bool DropPendingUpdates = false);

/// <summary>Ends the wait of a pressed button. core.telegram.org/bots/api#answercallbackquery.</summary>
public sealed record AnswerCallbackQuery(string CallbackQueryId)
{
    /// <summary>Most characters of <see cref="Text"/>.</summary>
    public const int LongestText = 200;

    /// <summary>Shown to the presser only, 0–200 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it stays until it is closed.</summary>
    public bool? ShowAlert { get; init; }
}

/// <summary>Offers results for what somebody types. core.telegram.org/bots/api#answerinlinequery.</summary>
/// <param name="InlineQueryId">The query.</param>
/// <param name="Results">At most 50.</param>
/// <param name="CacheTime">Seconds for which Telegram may repeat them.</param>
/// <param name="IsPersonal">Whether they are for this person only.</param>
public sealed record AnswerInlineQuery(string InlineQueryId, IReadOnlyList<InlineQueryResultArticle> Results, int CacheTime, bool IsPersonal)
{
    /// <summary>A line above the results that leads to the bot's own chat.</summary>
    public InlineQueryResultsButton? Button { get; init; }
}

/// <summary>A line above inline results.</summary>
/// <param name="Text">The line.</param>
/// <param name="StartParameter">1–64 of <c>[A-Za-z0-9_-]</c>, what follows <c>/start</c> there.</param>
public sealed record InlineQueryResultsButton(string Text, string StartParameter);

/// <summary>A result that becomes a text message.</summary>
/// <param name="Id">1–64 bytes, unique among the results.</param>
/// <param name="Title">What people choose by.</param>
/// <param name="InputMessageContent">What is then sent.</param>
public sealed record InlineQueryResultArticle(string Id, string Title, InputTextMessageContent InputMessageContent)
{
    /// <summary>Always <c>article</c>.</summary>
    public string Type { get; } = "article";

    /// <summary>Small print below the title.</summary>
    public string? Description { get; init; }

    /// <summary>Buttons; only messages with buttons can be edited later.</summary>
    public InlineKeyboardMarkup? ReplyMarkup { get; init; }
}

/// <summary>The text that a chosen result sends.</summary>
/// <param name="MessageText">1–4096 characters after entity parsing.</param>
public sealed record InputTextMessageContent(string MessageText)
{
    /// <summary><c>HTML</c>, or <see langword="null"/> for plain text.</summary>
    public string? ParseMode { get; init; }

    /// <summary>No previews.</summary>
    public LinkPreviewOptions LinkPreviewOptions { get; init; } = new(IsDisabled: true);
}

/// <summary>Sets the command menu. core.telegram.org/bots/api#setmycommands.</summary>
/// <param name="Commands">At most 100.</param>
/// <param name="Scope">Where it shows.</param>
public sealed record SetMyCommands(IReadOnlyList<BotCommand> Commands, BotCommandScope Scope)
{
    /// <summary>ISO 639-1 code; <see langword="null"/> for everybody whose language has no menu of its own.</summary>
    public string? LanguageCode { get; init; }
}

/// <summary>Asks for the command menu.</summary>
public sealed record GetMyCommands(BotCommandScope Scope)
{
    /// <summary>As in <see cref="SetMyCommands.LanguageCode"/>.</summary>
    public string? LanguageCode { get; init; }
}

/// <summary>A line of the command menu.</summary>
/// <param name="Command">1–32 of <c>[a-z0-9_]</c>.</param>
/// <param name="Description">1–256 characters.</param>
public sealed record BotCommand(string Command, string Description);

/// <summary>Where a menu shows.</summary>
/// <param name="Type"><c>default</c>, <c>all_private_chats</c>, <c>all_group_chats</c> or <c>all_chat_administrators</c>.</param>
public sealed record BotCommandScope(string Type);

/// <summary>Asks for a file.</summary>
public sealed record GetFile(string FileId);

/// <summary>Asks what somebody is in a chat.</summary>
public sealed record GetChatMember(long ChatId, long UserId);

/// <summary>A request without anything.</summary>
public sealed record NoParameters;
