namespace MusicFlow.Discord.Protocol.Objects;

/// <summary>What a message shows. Fields that are <see langword="null"/> are not sent: an edit leaves them as they are.</summary>
/// <remarks>Source: Discord documentation, resources/message.</remarks>
sealed record MessageBody
{
    /// <summary>Plain text, at most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10 cards of 6,000 characters together.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>At most 5 rows.</summary>
    public IReadOnlyList<ActionRow>? Components { get; init; }

    /// <summary>The files of this request and, in an edit, those to keep; all others are removed.</summary>
    public IReadOnlyList<AttachmentEntry>? Attachments { get; init; }

    /// <summary>Who may be pinged. Never left out: the default pings everybody named.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    /// <summary>See <see cref="MessageFlags"/>.</summary>
    public int? Flags { get; init; }

    /// <summary>At most 25 characters that make a repeated post harmless, with <see cref="EnforceNonce"/>.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether a second post with the same nonce returns the first message.</summary>
    public bool? EnforceNonce { get; init; }
}

/// <summary>Bits of <see cref="MessageBody.Flags"/>.</summary>
static class MessageFlags
{
    /// <summary>Only the person who asked sees it.</summary>
    public const int Ephemeral = 1 << 6;
}

/// <summary>Who may be pinged.</summary>
/// <param name="Parse">Kinds of mentions in the text that count; empty for none.</param>
sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    /// <summary>Nobody.</summary>
    public static AllowedMentions None { get; } = new([]);
}

/// <summary>A card.</summary>
sealed record Embed
{
    /// <summary>At most 256 characters of markdown.</summary>
    public string? Title { get; init; }

    /// <summary>Where the title leads, http or https.</summary>
    public string? Url { get; init; }

    /// <summary>At most 4,096 characters of markdown.</summary>
    public string? Description { get; init; }

    /// <summary>0–0xFFFFFF.</summary>
    public int? Color { get; init; }

    /// <summary>At most 25.</summary>
    public IReadOnlyList<EmbedField>? Fields { get; init; }

    /// <summary>Small print.</summary>
    public EmbedFooter? Footer { get; init; }

    /// <summary>A large picture below.</summary>
    public EmbedImage? Image { get; init; }
}

/// <summary>A named value of a card.</summary>
/// <param name="Name">1–256 characters of markdown.</param>
/// <param name="Value">1–1,024 characters of markdown.</param>
/// <param name="Inline">Whether others may stand beside it.</param>
sealed record EmbedField(string Name, string Value, bool Inline);

/// <summary>Small print of a card.</summary>
/// <param name="Text">At most 2,048 characters, shown as they are.</param>
sealed record EmbedFooter(string Text);

/// <summary>A picture of a card.</summary>
/// <param name="Url">An http(s) address, or <c>attachment://</c> and the name of a file of the same message.</param>
sealed record EmbedImage(string Url);

/// <summary>A row of buttons.</summary>
/// <param name="Components">1–5 buttons.</param>
sealed record ActionRow(IReadOnlyList<ButtonComponent> Components)
{
    /// <summary>1: a row.</summary>
    public int Type { get; } = 1;
}

/// <summary>A button.</summary>
/// <param name="Style">1 accent, 2 grey.</param>
/// <param name="Label">At most 80 characters.</param>
/// <param name="CustomId">1–100 characters, unique in its message; comes back when it is pressed.</param>
sealed record ButtonComponent(int Style, string Label, string CustomId)
{
    /// <summary>2: a button.</summary>
    public int Type { get; } = 2;
}

/// <summary>A file of a message.</summary>
/// <param name="Id">Number of the file in the request; as a text, like every id.</param>
/// <param name="Filename">Its name.</param>
/// <param name="Description">What it shows, at most 1,024 characters.</param>
sealed record AttachmentEntry(string Id, string Filename, string? Description);

/// <summary>A message to send, with its files.</summary>
/// <param name="Body">What it shows.</param>
/// <param name="Files">Content of the files that <see cref="MessageBody.Attachments"/> names, in the same order.</param>
sealed record OutgoingMessage(MessageBody Body, IReadOnlyList<OutgoingFile> Files)
{
    /// <summary>The same message with other flags.</summary>
    public OutgoingMessage WithFlags(int? flags) => this with { Body = Body with { Flags = flags } };
}

/// <summary>A file to send.</summary>
/// <param name="Name">Such as <c>card.png</c>.</param>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Content">The bytes.</param>
sealed record OutgoingFile(string Name, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>A message that was sent.</summary>
/// <param name="Id">Snowflake.</param>
/// <param name="ChannelId">Snowflake.</param>
sealed record SentMessage(string Id, string? ChannelId);
