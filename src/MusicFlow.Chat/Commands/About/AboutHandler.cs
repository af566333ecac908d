using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Chat.Commands.About;

/// <summary>Answers <c>/about</c>: what this is, which model answers and what it was made from.</summary>
sealed class AboutHandler(Predictor predictor) : ICommandHandler
{
    public static CommandSpec Spec { get; } = new("about", Texts.AboutSummary, Answer.Public) { Examples = [""] };

    public Task<Reply> HandleAsync(CommandCall call, CancellationToken ct)
    {
        var (words, model) = (call.Words, predictor.Model);
        var days = model.Data.Listeners.Select(listener => listener.Days).DefaultIfEmpty().ToList();
        return Task.FromResult(new Reply([
            new Block.Title(words[Texts.AboutTitle]),
            new Block.Text(words[Texts.AboutText]),
            new Block.Field(words[Texts.AboutModel], model.Id),
            new Block.Field(words[Texts.AboutTrained], words.Say(Texts.AboutTrainedValue, ("date", model.Created))),
            new Block.Field(words[Texts.AboutListeners], words.Say(Texts.AboutListenersValue, ("count", model.Data.Listeners.Count), ("least", days.Min()), ("most", days.Max()))),
            new Block.Field(words[Texts.AboutSongs], words.Say(Texts.AboutSongsValue, ("played", model.Data.StreamedRows), ("all", model.Data.CatalogueTracks))),
            new Block.Text(words[Texts.AboutHonesty]),
            new Block.Footer(words[Texts.AboutLicence]),
        ])
        {
            Buttons = [new(words[Texts.ButtonHelp], "/help"), new(words[Texts.ButtonPrivacy], "/privacy")],
        });
    }
}
