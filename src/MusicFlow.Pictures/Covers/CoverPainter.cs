using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>Paints a generated cover into a square of a picture, in one of three kinds that the seed chooses.</summary>
internal static class CoverPainter
{
    static readonly Action<Canvas, Box, CoverMood>[] Kinds = [Hills.Paint, Orbits.Paint, Silk.Paint];

    /// <summary>Paints the cover.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="square">Where.</param>
    /// <param name="radius">Radius of its corners in pixels.</param>
    /// <param name="content">What it is made of.</param>
    public static void Paint(Canvas canvas, Box square, float radius, CoverContent content)
    {
        var mood = new CoverMood(content);
        using var clip = canvas.Clip(square, radius);
        Kinds[mood.Draws.Below(Kinds.Length)](canvas, square, mood);
    }
}
