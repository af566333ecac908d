using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>Draws a cover for a song that has none, from its figures: waves under a sky. The same song always gets the same cover. Thread-safe.</summary>
public static class GeneratedCover
{
    /// <summary>Shortest side in pixels.</summary>
    public const int SmallestSize = 64;

    /// <summary>Longest side in pixels.</summary>
    public const int LargestSize = 1000;

    /// <summary>Draws the cover.</summary>
    /// <param name="content">What it is made of.</param>
    /// <param name="size">Width and height in pixels, 64 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside its range.</exception>
    public static Picture Draw(CoverContent content, int size)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SmallestSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        using var canvas = new Canvas(size, size);
        CoverPainter.Paint(canvas, canvas.Area, 0, content);
        return canvas.ToPicture();
    }
}
