using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Commands.Help;

/// <summary>Answers <c>/help</c>: all commands, or one with its options and examples. Made from the specs.</summary>
sealed class HelpHandler(CommandTable commands) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("help", Texts.HelpSummary, Answer.Private)
    {
        Options = [new("command", Texts.CommandNameOption)],
        Examples = ["", "predict"],
        Aliases = ["h", "commands"],
    };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var name = call.Text.TrimStart('/').ToLowerInvariant();
        if (name.Length == 0) return Task.FromResult(HelpReply.All(call.Words, commands.Listed));
        return Task.FromResult(commands.Find(name) is { IsListed: true } spec ? HelpReply.One(call.Words, spec) : Replies.UnknownCommand(call.Words, commands, name));
    }
}
