namespace MusicFlow.Core.Predictions;

/// <summary>The emoji and line that MusicFlow gives a prediction.</summary>
/// <param name="Emoji">One emoji.</param>
/// <param name="Text">One line, English.</param>
public sealed record Verdict(string Emoji, string Text)
{
    /// <summary>The verdict on expected streams, compared unrounded: below 0.3, 0.5, 1, 2, or above.</summary>
    /// <param name="streams">Expected streams.</param>
    /// <exception cref="ArgumentException">Not a number: that is an error, not a banger.</exception>
    public static Verdict On(double streams) => streams switch
    {
        double.NaN => throw new ArgumentException("A prediction that is not a number has no verdict.", nameof(streams)),
        < 0.3 => new("😐", "This song needs to grow on me!"),
        < 0.5 => new("🙂", "Nice track!"),
        < 1 => new("😃", "Cool track!"),
        < 2 => new("😄", "OMG, how did I not know this song?"),
        _ => new("😍", "What a banger!"),
    };
}
