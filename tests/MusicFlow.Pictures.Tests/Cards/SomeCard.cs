using MusicFlow.Pictures.Cards;
using MusicFlow.Pictures.Covers;

namespace MusicFlow.Pictures.Tests.Cards;

/// <summary>Made-up content of pictures.</summary>
internal static class SomeCard
{
    public static CoverContent Cover(string seed = "the less i know the better|tame impala") => new()
    {
        Seed = seed,
        Energy = 0.74,
        Valence = 0.79,
        TempoBpm = 117,
        Acousticness = 0.01,
        Danceability = 0.64,
    };

    public static PredictionCardContent Prediction() => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Cover = Cover(),
        Whose = "By a typical listener",
        ExpectedStreams = 5.35,
        ExpectedText = "5.4",
        StreamsLabel = "streams in a year",
        Verdict = VerdictLevel.Banger,
        VerdictText = "What a banger!",
        Range = new(1, 12),
        RangeText = "80 % range: 1 to 12 streams",
        ProbabilityText = "81 % chance of a stream",
        Meters = [new("popularity", "85", 0.85), new("energy", "0.74", 0.74), new("valence", "unknown", null)],
    };

    public static FeatureRadarContent Radar() => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Axes =
        [
            new("danceability", "0.64", 0.64), new("energy", "0.74", 0.74), new("valence", "0.79", 0.79), new("acousticness", "0.01", 0.01),
            new("instrumentalness", "", null), new("liveness", "0.17", 0.17), new("popularity", "85", 0.85),
        ],
    };

    public static ContributionWaterfallContent Waterfall() => new()
    {
        Title = "The Less I Know The Better",
        Artist = "Tame Impala",
        Start = new("A song of which nothing is known", "1.7", 1.67),
        Reasons =
        [
            new("your 214 streams of other songs by the artist", "×2.1", 2.1), new("its popularity of 85 of 100", "×1.6", 1.6),
            new("its release in 2015", "×1.2", 1.2), new("its length of 3:36, which is longer than most songs that you have played to their end", "×0.8", 0.8),
            new("its energy of 0.74", "×0.95", 0.95),
        ],
        End = new("This song", "5.4", 5.35),
        Verdict = VerdictLevel.Banger,
    };
}
