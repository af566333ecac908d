namespace MusicFlow.Core.Tracks;

/// <summary>Where a fact comes from, and when it was learnt.</summary>
/// <param name="Name">Name of the provider or import, such as <c>starter</c> or <c>spotify</c>.</param>
/// <param name="At">When the source was asked or read.</param>
public sealed record FactSource(string Name, DateTimeOffset At)
{
    /// <summary>Name of the songs that come with the program; their figures are rounded, so any other source replaces them.</summary>
    public const string Starter = "starter";
}

/// <summary>One known value together with its source.</summary>
public readonly record struct Fact<T>(T Value, FactSource Source);
