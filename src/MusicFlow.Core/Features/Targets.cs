namespace MusicFlow.Core.Features;

/// <summary>What a model learns to predict: streams of a track within 365 days, clipped to 0–30.</summary>
public static class Targets
{
    /// <summary>Counts are clipped to this.</summary>
    public const int Cap = 30;

    /// <summary>The span that a target covers.</summary>
    public static readonly TimeSpan Span = PlayAggregate.Year;

    /// <summary>Histories shorter than this are flagged: their counts say less about a year.</summary>
    public static readonly TimeSpan ShortSpan = TimeSpan.FromDays(90);
}
