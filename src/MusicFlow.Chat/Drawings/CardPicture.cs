using System.Diagnostics;
using MusicFlow.Chat.Commands.Predict;
using MusicFlow.Chat.Localisation;
using MusicFlow.Chat.Songs;
using MusicFlow.Core.Features;
using MusicFlow.Core.Predictions;
using MusicFlow.Core.Tracks;
using MusicFlow.Pictures;
using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Covers;
using Verdicts = MusicFlow.Pictures.Cards.VerdictLevel;

namespace MusicFlow.Chat.Drawings;

/// <summary>A prediction as a picture.</summary>
static class CardPicture
{
    static readonly IReadOnlyList<Feature> Figures = FeatureSchema.Named(["popularity", "danceability", "energy"]);

    public static Sketch Of(Language words, Prediction prediction)
    {
        var content = Content(words, prediction);
        return new Sketch(PictureKey.Of(content), Alt(words, prediction, content), () => PredictionCardDrawing.Draw(content));
    }

    /// <summary>The face and colour of a verdict.</summary>
    public static Verdicts VerdictOf(Prediction prediction) => prediction.Verdict.Level switch
    {
        Core.Predictions.VerdictLevel.Grower => Verdicts.Growing,
        Core.Predictions.VerdictLevel.Nice => Verdicts.Nice,
        Core.Predictions.VerdictLevel.Cool => Verdicts.Cool,
        Core.Predictions.VerdictLevel.Discovery => Verdicts.Wow,
        Core.Predictions.VerdictLevel.Banger => Verdicts.Banger,
        _ => throw new UnreachableException(),
    };

    static PredictionCardContent Content(Language words, Prediction prediction) => new()
    {
        Title = SongWords.Song(words, prediction.Track),
        Artist = SongWords.Artists(words, prediction.Track),
        Cover = Cover(prediction.Track),
        Whose = words[prediction.Whose == Whose.You ? Texts.CardWhoseYou : Texts.CardWhoseTypical],
        ExpectedStreams = prediction.Streams,
        ExpectedText = StreamWords.Of(words, prediction.Streams),
        StreamsLabel = words[Texts.CardStreams],
        Verdict = VerdictOf(prediction),
        VerdictText = PredictionWords.Verdict(words, prediction.Verdict),
        Range = new StreamRange(prediction.Range.Low, prediction.Range.High),
        RangeText = words.Say(Texts.CardRange, ("range", RangeWords.Of(words, prediction.Range))),
        ProbabilityText = words.Say(Texts.CardChance, ("share", prediction.ProbabilityOfAStream)),
        Meters = [.. Figures.Select(feature => Meter(words, prediction.Track, feature))],
    };

    static FeatureMeter Meter(Language words, TrackFacts track, Feature feature) => FeatureWords.ValueOf(track, feature) is var value && double.IsNaN(value)
        ? new FeatureMeter(words[Texts.Feature(feature.Name)], words[Texts.Unknown], null)
        : new FeatureMeter(words[Texts.Feature(feature.Name)], FeatureWords.Value(words, feature.Name, value), FeatureWords.Share(feature, value));

    static CoverContent Cover(TrackFacts track) => new()
    {
        Seed = TrackKey.Of(track)?.Value ?? "",
        Energy = track.Energy?.Value,
        Valence = track.Valence?.Value,
        TempoBpm = track.TempoBpm?.Value,
        Acousticness = track.Acousticness?.Value,
        Danceability = track.Danceability?.Value,
    };

    static string Alt(Language words, Prediction prediction, PredictionCardContent content) => words.Say(
        Texts.CardAlt, ("song", SongWords.Title(words, prediction.Track)), ("headline", PredictReply.Headline(words, prediction)), ("verdict", content.VerdictText),
        ("range", content.RangeText), ("chance", content.ProbabilityText), ("figures", string.Join(", ", content.Meters.Select(meter => $"{meter.Label} {meter.ValueText}"))));
}
