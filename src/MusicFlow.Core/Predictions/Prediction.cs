using MusicFlow.Core.Features;
using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Predictions;

/// <summary>How often a listener will play a track within 365 days, and why the model thinks so.</summary>
public sealed record Prediction
{
    /// <summary>The track.</summary>
    public required TrackFacts Track { get; init; }

    /// <summary>Whose plays.</summary>
    public required Whose Whose { get; init; }

    /// <summary>Expected streams, 0–30.</summary>
    public required double Streams { get; init; }

    /// <summary>The 80 % range in whole streams, both ends included, 0–30.</summary>
    public required (int Low, int High) Range { get; init; }

    /// <summary>Probability of at least one stream, 0–1.</summary>
    public required double ProbabilityOfAStream { get; init; }

    /// <summary>Emoji and line.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What the model leans on, strongest first, without what hardly moves the answer.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Expected streams of a typical song, 0–30: what the model answers before it looks at this one.</summary>
    public required double TypicalStreams { get; init; }

    /// <summary>Id of the model that answered.</summary>
    public required string ModelId { get; init; }

    /// <summary>The model's raw output, before the inverse link.</summary>
    public required float Margin { get; init; }

    /// <summary>The features that the model saw, in its order.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Their values, NaN where unknown or withheld. Length features.</summary>
    public required IReadOnlyList<float> Vector { get; init; }

    /// <summary>Number of features whose value is known.</summary>
    public int KnownFeatures => Vector.Count(value => !float.IsNaN(value));
}

/// <summary>Whose plays are predicted.</summary>
public enum Whose
{
    /// <summary>Somebody of whom nothing is known.</summary>
    TypicalListener,

    /// <summary>The person who asks, by their own history.</summary>
    You,
}

/// <summary>One reason: a topic that the model leans on, and the factor by which it moves the answer.</summary>
/// <param name="Topic">Name of the topic, one of <see cref="Topics"/>; each language has its words for it.</param>
/// <param name="Values">What the words tell, NaN where unknown: the topic's main feature in its unit; key (0–11) and mode (1 major) for <c>key</c>; nothing for <c>title</c> and <c>sound</c>.</param>
/// <param name="Factor">By what the expected streams are multiplied, beside a typical song: above 1 raises, below 1 lowers.</param>
public sealed record Reason(string Topic, IReadOnlyList<float> Values, double Factor)
{
    /// <summary>Every topic there is.</summary>
    public static IReadOnlyList<string> Topics { get; } = [.. ReasonTopic.All.Select(topic => topic.Name)];
}
