namespace MusicFlow.Pictures.Cards;

/// <summary>Places streams, 0–30, on a bar. By square roots: the small numbers, where most songs are, get most of the room.</summary>
internal static class StreamScale
{
    /// <summary>Most streams that predictions speak of.</summary>
    public const double Most = 30;

    /// <summary>What is written below the bar.</summary>
    public static IReadOnlyList<int> Ticks { get; } = [0, 1, 3, 10, 30];

    /// <summary>Place of a number of streams, 0–1; what lies outside 0–30 is cut.</summary>
    public static float Share(double streams) => (float)Math.Sqrt(Math.Clamp(streams, 0, Most) / Most);
}
