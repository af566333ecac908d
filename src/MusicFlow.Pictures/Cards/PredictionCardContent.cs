using MusicFlow.Pictures.Covers;

namespace MusicFlow.Pictures.Cards;

/// <summary>What a prediction card shows. Texts come localised and formatted; numbers are for the geometry alone.</summary>
/// <remarks>A text that the fonts cannot write (see <see cref="PictureText.CanWrite"/>) is left out.</remarks>
public sealed record PredictionCardContent
{
    /// <summary>Title of the song.</summary>
    public required string Title { get; init; }

    /// <summary>Artists of the song.</summary>
    public required string Artist { get; init; }

    /// <summary>The cover that is drawn beside it.</summary>
    public required CoverContent Cover { get; init; }

    /// <summary>Whose plays are predicted: "By a typical listener".</summary>
    public required string Whose { get; init; }

    /// <summary>Expected streams within a year; cut to 0–30 when drawn.</summary>
    public required double ExpectedStreams { get; init; }

    /// <summary>The same as shown: "5.4".</summary>
    public required string ExpectedText { get; init; }

    /// <summary>What the number counts: "streams in a year".</summary>
    public required string StreamsLabel { get; init; }

    /// <summary>The verdict: face and accent colour.</summary>
    public required VerdictLevel Verdict { get; init; }

    /// <summary>The verdict's line, without emoji.</summary>
    public required string VerdictText { get; init; }

    /// <summary>The 80 % range; <see langword="null"/> where the model gives none.</summary>
    public StreamRange? Range { get; init; }

    /// <summary>The range in words: "80 % range: 1 to 12 streams"; empty where there is none.</summary>
    public string RangeText { get; init; } = "";

    /// <summary>The probability of at least one stream in words: "81 % chance of a stream".</summary>
    public string ProbabilityText { get; init; } = "";

    /// <summary>Figures of the song; the first three are shown.</summary>
    public IReadOnlyList<FeatureMeter> Meters { get; init; } = [];

    /// <summary>Dark or light.</summary>
    public Theme Theme { get; init; }
}
