using MusicFlow.Chat.Commands.Help;
using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Localisation;

namespace MusicFlow.Chat.Commands.Start;

/// <summary>Answers <c>/start</c>: says hello and lets people try at once.</summary>
sealed class StartHandler : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("start", Texts.StartSummary, Answer.Public) { Examples = [""] };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var words = call.Words;
        return Task.FromResult(new Reply([
            new Block.Title(words[Texts.StartTitle]),
            new Block.Text(words[Texts.StartText]),
            new Block.Text(words[Texts.StartHow]),
        ])
        {
            Buttons = [new(words[Texts.ButtonTry], $"/{PredictHandler.Spec.Name} {PredictHandler.Spec.Examples[0]}"), new(words[Texts.ButtonHelp], $"/{HelpHandler.Spec.Name}"), new(words[Texts.ButtonPrivacy], "/privacy")],
        });
    }
}
