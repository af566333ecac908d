namespace MusicFlow.Chat.Commands;

/// <summary>A command together with what answers it.</summary>
/// <param name="Spec">The command.</param>
/// <param name="HandleAsync">Answers one call.</param>
sealed record BoundCommand(CommandSpec Spec, Func<CommandCall, CancellationToken, Task<Reply>> HandleAsync);
