using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Chat.Commands.Why;

/// <summary>The reasons of a prediction, from the typical song to this one.</summary>
static class WhyReply
{
    public static Reply Of(CommandCall call, Prediction prediction, SongPictures pictures)
    {
        var words = call.Words;
        return new Reply([
            new Block.Title(SongWords.Title(words, prediction.Track)),
            .. pictures.Waterfall(call, prediction),
            new Block.Text(PredictReply.Headline(words, prediction)),
            new Block.Field(words[Texts.TypicalSong], words.Say(Texts.AboutStreams, ("streams", StreamWords.Of(words, prediction.TypicalStreams)))),
            ReasonLines.Of(words, prediction),
            new Block.Text(words[Texts.NotCauses]),
            new Block.Footer(words.Say(Texts.ModelFooter, ("model", prediction.ModelId))),
        ])
        {
            Buttons = prediction.Track.Id is { } id ? [new(words[Texts.ButtonPrediction], $"/predict {id}"), new(words[Texts.ButtonFeatures], $"/features {id}")] : [],
        };
    }
}
