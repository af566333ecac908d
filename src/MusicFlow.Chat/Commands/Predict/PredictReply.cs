using MusicFlow.Chat.Drawings;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Chat.Commands.Predict;

/// <summary>A prediction as a card.</summary>
static class PredictReply
{
    public static Reply Of(CommandCall call, Prediction prediction, SongPictures pictures)
    {
        var (words, track) = (call.Words, prediction.Track);
        return new Reply([
            new Block.Title(SongWords.Title(words, track)),
            .. pictures.Card(call, prediction),
            new Block.Text(Headline(words, prediction)),
            new Block.Field(words[Texts.Range], RangeWords.Of(words, prediction.Range)),
            new Block.Field(words[Texts.Chance], words.Say(Texts.Percent, ("share", prediction.ProbabilityOfAStream))),
            new Block.Text($"{PredictionWords.Verdict(words, prediction.Verdict)} {prediction.Verdict.Emoji}"),
            .. prediction.KnownFeatures * 2 < prediction.Features.Count ? [new Block.Text(words[Texts.LittleKnown])] : Enumerable.Empty<Block>(),
            .. FeatureSchema.Named(FeatureWords.OnCard).Select(feature => FeatureWords.Block(words, track, feature)),
            ReasonLines.Of(words, prediction),
            .. Sleeve(words, track),
            new Block.Footer(Footer(words, prediction)),
        ])
        {
            Buttons = Buttons(words, track),
            Verdict = prediction.Verdict.Level,
        };
    }

    /// <summary>Says first whose plays are meant, and within which time.</summary>
    public static string Headline(Language words, Prediction prediction) =>
        words.Say(prediction.Whose == Whose.You ? Texts.HeadlineYou : Texts.HeadlineTypical, ("streams", StreamWords.Of(words, prediction.Streams)));

    static IEnumerable<Block> Sleeve(Language words, TrackFacts track)
    {
        var unknown = words[Texts.Unknown];
        yield return new Block.Field(words[Texts.Album], track.Album?.Value ?? unknown);
        yield return new Block.Field(words[Texts.Released], track.Released?.Value.Year.ToString(words.Culture) ?? unknown);
        yield return new Block.Field(words[Texts.Length], track.DurationMs is { } length ? PredictionWords.Time(length.Value) : unknown);
    }

    static string Footer(Language words, Prediction prediction) => words.Say(
        Texts.PredictFooter, ("known", prediction.KnownFeatures), ("all", prediction.Features.Count),
        ("sources", TrackSources.Of(words, prediction.Track)), ("model", prediction.ModelId));

    static IReadOnlyList<Button> Buttons(Language words, TrackFacts track) => track.Id is not { } id
        ? []
        : [new(words[Texts.ButtonWhy], $"/why {id}"), new(words[Texts.ButtonFeatures], $"/features {id}"), new(words[Texts.ButtonWrong], $"/wrong {id}")];
}
