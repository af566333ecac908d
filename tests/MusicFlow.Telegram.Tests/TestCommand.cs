using MusicFlow.Chat;
using MusicFlow.Chat.Commands;
using MusicFlow.Chat.Localisation;

namespace MusicFlow.Telegram.Tests;

/// <summary>A command <c>/test</c> that does what a test says; the bot has it when it is started with <see cref="TestHandler"/>.</summary>
public sealed class TestCommand
{
    public Func<CommandCall, CancellationToken, Task<Reply>> Answer { get; set; } = (call, _) => Task.FromResult(Reply.Say($"you said {call.Text}"));
}

/// <summary>Answers <c>/test</c>.</summary>
public sealed class TestHandler(TestCommand command) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("test", new TextKey("help.summary"), Answer.Public);

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct) => command.Answer(call, ct);
}
