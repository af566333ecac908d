using MusicFlow.Core.Tracks;

namespace MusicFlow.Core.Features;

/// <summary>One input of a model: its name, its unit and range, and the one place where it is computed.</summary>
/// <param name="Name">Unique name, as models and <c>metadata.json</c> write it.</param>
/// <param name="Group">The group of features that it belongs to.</param>
/// <param name="Unit">Unit in words, such as <c>dB</c>; empty for plain shares and flags.</param>
/// <param name="Min">Smallest value it can take.</param>
/// <param name="Max">Largest value it can take.</param>
/// <param name="Meaning">What it says, in words that a listener understands.</param>
/// <param name="Compute">Its value for a request; <see langword="null"/> when unknown.</param>
public sealed record Feature(
    string Name, FeatureGroup Group, string Unit, double Min, double Max, string Meaning, Func<FeatureRequest, double?> Compute)
{
    /// <summary>Where the fact behind the feature comes from; <see langword="null"/> when it is computed from other things than one fact.</summary>
    public Func<TrackFacts, FactSource?> Source { get; init; } = static _ => null;

    /// <summary>Whether the value itself says how well the source knows the track; such a value is judged like a missing flag.</summary>
    public bool TellsPrecision { get; init; }

    /// <summary>The value as a model sees it: float32, NaN when unknown.</summary>
    public float Value(FeatureRequest request) => Compute(request) is { } value ? (float)value : float.NaN;

    /// <summary>A feature that is a fact of the track, or a plain function of one.</summary>
    internal static Feature OfFact<T>(
        string name, FeatureGroup group, (string Unit, double Min, double Max) scale, string meaning,
        Func<TrackFacts, Fact<T>?> fact, Func<T, double?> number) =>
        new(name, group, scale.Unit, scale.Min, scale.Max, meaning, request => fact(request.Track) is { } known ? number(known.Value) : null)
        {
            Source = track => fact(track)?.Source,
        };
}
