using System.Text.Json.Serialization;

namespace MusicFlow.Core.Predictions;

/// <summary>How much a prediction promises, from little to much.</summary>
public enum VerdictLevel
{
    /// <summary>Below 0.3 streams.</summary>
    Grower,

    /// <summary>Below 0.5.</summary>
    Nice,

    /// <summary>Below 1.</summary>
    Cool,

    /// <summary>Below 2.</summary>
    Discovery,

    /// <summary>2 and more.</summary>
    Banger,
}

/// <summary>The emoji and line that MusicFlow gives a prediction.</summary>
/// <param name="Level">The level; other languages have their own line for it.</param>
/// <param name="Emoji">One emoji.</param>
/// <param name="Text">One line, English.</param>
public sealed record Verdict([property: JsonIgnore] VerdictLevel Level, string Emoji, string Text)
{
    /// <summary>The verdict on expected streams, compared unrounded: below 0.3, 0.5, 1, 2, or above.</summary>
    /// <param name="streams">Expected streams.</param>
    /// <exception cref="ArgumentException">Not a number: that is an error, not a banger.</exception>
    public static Verdict On(double streams) => streams switch
    {
        double.NaN => throw new ArgumentException("A prediction that is not a number has no verdict.", nameof(streams)),
        < 0.3 => new(VerdictLevel.Grower, "😐", "This song needs to grow on me!"),
        < 0.5 => new(VerdictLevel.Nice, "🙂", "Nice track!"),
        < 1 => new(VerdictLevel.Cool, "😃", "Cool track!"),
        < 2 => new(VerdictLevel.Discovery, "😄", "OMG, how did I not know this song?"),
        _ => new(VerdictLevel.Banger, "😍", "What a banger!"),
    };
}
