namespace MusicFlow.Core.Tracks;

/// <summary>The twelve pitch classes.</summary>
public static class Pitches
{
    /// <summary>Names by pitch class, 0 = C … 11 = B.</summary>
    public static IReadOnlyList<string> Names { get; } = ["C", "C#/Db", "D", "D#/Eb", "E", "F", "F#/Gb", "G", "G#/Ab", "A", "A#/Bb", "B"];
}
