namespace MusicFlow.Chat.Commands;

/// <summary>Answers one command. Says nothing by itself: the answer is what it returns.</summary>
public interface ICommandHandler
{
    /// <summary>What the command is.</summary>
    static abstract CommandSpec Spec { get; }

    /// <summary>Answers one call. What goes wrong flies to the pipeline.</summary>
    Task<Reply> HandleAsync(CommandCall call, CancellationToken ct);
}
