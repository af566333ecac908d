namespace MusicFlow.Core.Tracks;

/// <summary>The identity of a recording where no ISRC is known: normalised title and primary artist.</summary>
/// <param name="Value">Such as <c>the less i know the better|tame impala</c>.</param>
public readonly record struct TrackKey(string Value);
