using MusicFlow.Chat.Localisation;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Chat.Songs;

/// <summary>Lists the reasons of a prediction: direction by sign and word, factor, topic.</summary>
static class ReasonLines
{
    public static Block Of(Language words, Prediction prediction) => prediction.Reasons.Count == 0
        ? new Block.Text(words[Texts.NoReasons])
        : new Block.Lines([.. prediction.Reasons.Select(reason => Line(words, reason))]);

    static string Line(Language words, Reason reason) => words.Say(
        reason.Factor > 1 ? Texts.ReasonUp : Texts.ReasonDown, ("factor", reason.Factor), ("reason", PredictionWords.Reason(words, reason)));
}
