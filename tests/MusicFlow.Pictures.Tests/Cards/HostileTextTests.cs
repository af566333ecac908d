using MusicFlow.Pictures.Cards;

namespace MusicFlow.Pictures.Tests.Cards;

/// <summary>Names come from catalogues and users: whatever they hold, a card comes out.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts =>
    [
        new string('W', 10_000), string.Join(' ', Enumerable.Repeat("word", 2_500)), string.Concat(Enumerable.Repeat("\u0301\u0327", 5_000)),
        "a" + new string('\u0336', 3_000), new string('\u200B', 10_000), "\u202Edrawkcab\u202C", "\0\u0001\u007F\u0085", "\uD800", "\uDC00\uD800",
        "\uFFFF\uFFFE", "🏳️‍🌈👨‍👩‍👧‍👦", "שלום", "مرحبا", "สวัสดี", "\U000E0041\U000E007F", "…………", "İıſẞ", "   ", "",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void Any_text_in_any_place_gives_a_card(string text)
    {
        var card = PredictionCardDrawing.Draw(SomeCard.Prediction() with
        {
            Title = text,
            Artist = text,
            Whose = text,
            ExpectedText = text,
            StreamsLabel = text,
            VerdictText = text,
            RangeText = text,
            ProbabilityText = text,
            Meters = [new(text, text, 0.5), new(text, text, double.NaN), new(text, text, 7)],
            Cover = SomeCard.Cover(text),
        });
        var radar = FeatureRadarDrawing.Draw(SomeCard.Radar() with { Title = text, Artist = text, Axes = [.. Enumerable.Repeat(new RadarAxis(text, text, 0.5), 9)] });
        var waterfall = ContributionWaterfallDrawing.Draw(SomeCard.Waterfall() with { Title = text, Artist = text, Reasons = [new(text, text, 2)] });

        Assert.All([card, radar, waterfall], picture => Assert.True(picture.Png.Length > 1000));
    }
}
