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
}
