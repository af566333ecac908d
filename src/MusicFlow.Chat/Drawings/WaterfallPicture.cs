using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Predictions;
using MusicFlow.Pictures;
using MusicFlow.Pictures.Cards;

namespace MusicFlow.Chat.Drawings;

/// <summary>How the reasons lead from a typical song to a prediction, as a waterfall.</summary>
static class WaterfallPicture
{
    public static Sketch? Of(Language words, Prediction prediction)
    {
        if (prediction.Reasons.Count == 0) return null;
        var content = Content(words, prediction);
        var alt = words.Say(
            Texts.WaterfallAlt, ("song", SongWords.Title(words, prediction.Track)), ("from", content.Start.ValueText), ("to", content.End.ValueText),
            ("reasons", string.Join(", ", content.Reasons.Select(reason => $"{reason.FactorText} {reason.Text}"))));
        return new Sketch(PictureKey.Of(content), alt, () => ContributionWaterfallDrawing.Draw(content));
    }

    static ContributionWaterfallContent Content(Language words, Prediction prediction) => new()
    {
        Title = SongWords.Song(words, prediction.Track),
        Artist = SongWords.Artists(words, prediction.Track),
        Start = End(words, Texts.TypicalSong, prediction.TypicalStreams),
        Reasons = [.. prediction.Reasons.Select(reason => new WaterfallReason(PredictionWords.Reason(words, reason), words.Say(Texts.Factor, ("factor", reason.Factor)), reason.Factor))],
        End = End(words, Texts.WaterfallSong, prediction.Streams),
        Verdict = CardPicture.VerdictOf(prediction),
    };

    static WaterfallEnd End(Language words, TextKey label, double streams) => new(words[label], StreamWords.Of(words, streams), streams);
}
