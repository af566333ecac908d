namespace MusicFlow.Discord.Protocol.Objects;

/// <summary>The first answer to an interaction, due within 3 seconds.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Data">Its content, where the type has one.</param>
sealed record InteractionAnswer(AnswerKind Type, AnswerContent? Data = null)
{
    /// <summary>"I am alive."</summary>
    public static InteractionAnswer Pong { get; } = new(AnswerKind.Pong);

    /// <summary>"Thinking…", to be edited within 15 minutes.</summary>
    /// <param name="isEphemeral">Whether only the caller sees it; cannot be changed later.</param>
    public static InteractionAnswer Thinking(bool isEphemeral) =>
        new(AnswerKind.DeferredMessage, isEphemeral ? new AnswerContent { Flags = MessageFlags.Ephemeral } : null);

    /// <summary>The pressed button's message may be edited within 15 minutes; nothing is shown meanwhile.</summary>
    public static InteractionAnswer Pressed { get; } = new(AnswerKind.DeferredUpdate);

    /// <summary>What an option may become.</summary>
    /// <param name="choices">At most 25.</param>
    public static InteractionAnswer Choices(IReadOnlyList<CommandChoice> choices) => new(AnswerKind.Choices, new AnswerContent { Choices = choices });
}

/// <summary>What a first answer is.</summary>
enum AnswerKind
{
    /// <summary>Answers a ping.</summary>
    Pong = 1,

    /// <summary>A message.</summary>
    Message = 4,

    /// <summary>A placeholder for a message.</summary>
    DeferredMessage = 5,

    /// <summary>Permission to edit the pressed button's message.</summary>
    DeferredUpdate = 6,

    /// <summary>Proposals for an option.</summary>
    Choices = 8,
}

/// <summary>Content of a first answer.</summary>
sealed record AnswerContent
{
    /// <summary>See <see cref="MessageFlags"/>.</summary>
    public int? Flags { get; init; }

    /// <summary>Proposals, at most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }
}
