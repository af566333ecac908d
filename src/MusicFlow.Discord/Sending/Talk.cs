using MusicFlow.Chat;
using MusicFlow.Discord.Protocol.Objects;

namespace MusicFlow.Discord.Sending;

/// <summary>An interaction that is being answered.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="Message">What it means.</param>
/// <param name="IsPrivate">Whether the command answers its caller alone.</param>
sealed record Talk(Interaction Interaction, IncomingMessage Message, bool IsPrivate)
{
    /// <summary>How long it may be answered: Discord's 15 minutes less some seconds for the way.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(10);

    /// <summary>Whether a button was pressed, whose message can be edited.</summary>
    public bool IsPress => Interaction.Type == InteractionKind.Component;

    /// <summary>"Working on it", in the right place.</summary>
    public InteractionAnswer FirstAnswer => IsPress ? InteractionAnswer.Pressed : InteractionAnswer.Thinking(IsPrivate);
}
