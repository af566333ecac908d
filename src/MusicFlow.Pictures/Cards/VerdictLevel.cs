namespace MusicFlow.Pictures.Cards;

/// <summary>The five verdicts on a song, from the fewest expected streams to the most; each has its face and its accent colour.</summary>
public enum VerdictLevel
{
    /// <summary>A straight face 😐: below 0.3 streams a year.</summary>
    Growing,

    /// <summary>A slight smile 🙂: below 0.5.</summary>
    Nice,

    /// <summary>An open smile 😃: below 1.</summary>
    Cool,

    /// <summary>Laughing eyes 😄: below 2.</summary>
    Wow,

    /// <summary>Heart eyes 😍: 2 and more.</summary>
    Banger,
}
