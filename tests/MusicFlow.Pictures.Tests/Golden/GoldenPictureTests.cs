using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Covers;
using MusicFlow.Pictures.Painting;
using MusicFlow.Pictures.Tests.Cards;

namespace MusicFlow.Pictures.Tests.Golden;

public sealed class GoldenPictureTests
{
    public static TheoryData<Theme> Themes => [Theme.Dark, Theme.Light];

    [Theory, MemberData(nameof(Themes))]
    public void Prediction_card(Theme theme) =>
        GoldenPicture.Matches($"prediction-{theme}".ToLowerInvariant(), PredictionCardDrawing.Draw(SomeCard.Prediction() with { Theme = theme }));

    [Fact]
    public void Prediction_card_of_long_names_and_little_knowledge() =>
        GoldenPicture.Matches("prediction-long", PredictionCardDrawing.Draw(SomeCard.Prediction() with
        {
            Title = "Several Species of Small Furry Animals Gathered Together in a Cave and Grooving with a Pict",
            Artist = "Pink Floyd, Ron Geesin und viele andere wunderbare Menschen",
            Cover = new() { Seed = "unknown song" },
            ExpectedStreams = 0.21,
            ExpectedText = "0,2",
            StreamsLabel = "Streams in einem Jahr",
            Verdict = VerdictLevel.Growing,
            VerdictText = "An den Song muss ich mich erst gewöhnen!",
            Range = new(0, 1),
            RangeText = "80-%-Bereich: 0 bis 1 Streams",
            ProbabilityText = "Wahrscheinlichkeit eines Streams: 14 %",
            Meters = [],
        }));

    [Fact]
    public void Prediction_card_without_writable_names() =>
        GoldenPicture.Matches("prediction-nameless", PredictionCardDrawing.Draw(SomeCard.Prediction() with
        {
            Title = "夜に駆ける",
            Artist = "YOASOBI 🎶",
            Verdict = VerdictLevel.Wow,
            VerdictText = "OMG, how did I not know this song?",
            ExpectedStreams = 1.4,
            ExpectedText = "1.4",
            Range = null,
            RangeText = "",
        }));

    [Theory, MemberData(nameof(Themes))]
    public void Feature_radar(Theme theme) =>
        GoldenPicture.Matches($"radar-{theme}".ToLowerInvariant(), FeatureRadarDrawing.Draw(SomeCard.Radar() with { Theme = theme }));

    [Theory, MemberData(nameof(Themes))]
    public void Contribution_waterfall(Theme theme) =>
        GoldenPicture.Matches($"waterfall-{theme}".ToLowerInvariant(), ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Theme = theme }));

    [Fact]
    public void The_five_faces()
    {
        using var canvas = new Canvas(560, 120);
        canvas.Fill(Palette.Dark.Ground);
        foreach (var verdict in Enum.GetValues<VerdictLevel>()) Face.Draw(canvas, new(60 + 110 * (int)verdict, 60), 44, verdict);

        GoldenPicture.Matches("faces", canvas.ToPicture());
    }

    [Fact]
    public void Covers_of_many_moods()
    {
        const int Side = 100;
        using var canvas = new Canvas(6 * Side, 4 * Side);
        canvas.Fill(Palette.Dark.Ground);
        for (var i = 0; i < 24; i++)
        {
            var (column, row) = (i % 6, i / 6);
            CoverContent content = new()
            {
                Seed = $"song {i}",
                Valence = row == 3 ? null : column / 5.0,
                Energy = row == 3 ? null : row / 2.0,
                Acousticness = row == 3 ? null : 1 - row / 2.0,
                TempoBpm = row == 3 ? null : 70 + 22 * column,
                Danceability = row == 3 ? null : (column + row) % 5 / 4.0,
            };
            CoverPainter.Paint(canvas, new(column * Side + 6, row * Side + 6, Side - 12, Side - 12), 12, content);
        }

        GoldenPicture.Matches("covers", canvas.ToPicture());
    }
}
