using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>Paints a generated cover into a square of a picture.</summary>
internal static class CoverPainter
{
    /// <summary>Paints the cover.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="square">Where.</param>
    /// <param name="radius">Radius of its corners in pixels.</param>
    /// <param name="content">What it is made of.</param>
    public static void Paint(Canvas canvas, Box square, float radius, CoverContent content)
    {
        var mood = new CoverMood(content);
        using var clip = canvas.Clip(square, radius);
        PaintSky(canvas, square, mood);
        PaintSun(canvas, square, mood);
        PaintWaves(canvas, square, mood);
    }

    static void PaintSky(Canvas canvas, Box square, CoverMood mood)
    {
        var lean = mood.Draws.Between(-0.35f, 0.35f) * square.Width;
        var dark = 0.3f - 0.1f * mood.Energy;
        var sky = new Ramp((0, mood.Tint(0, dark)), (0.55f, mood.Tint(0.45f, 0.5f)), (1, mood.Tint(1, 0.74f)));
        canvas.Fill(new LinearGradient(new(square.Centre.X - lean, square.Y), new(square.Centre.X + lean, square.Bottom), sky));
    }

    static void PaintSun(Canvas canvas, Box square, CoverMood mood)
    {
        var centre = new Vector2(square.X + square.Width * mood.Draws.Between(0.28f, 0.72f), square.Y + square.Width * mood.Draws.Between(0.26f, 0.42f));
        var radius = square.Width * mood.Draws.Between(0.13f, 0.2f);
        var light = mood.Tint(1, 0.78f);
        canvas.Fill(new RadialGradient(centre, radius * (2.6f + mood.Softness), Ramp.Glow(light.WithAlpha(0.55f))));
        var disc = Ramp.Of(mood.Tint(1.2f, 0.95f), mood.Tint(0.9f, 0.76f).WithAlpha(1 - 0.6f * mood.Softness));
        canvas.FillCircle(centre, radius, new LinearGradient(centre - new Vector2(0, radius), centre + new Vector2(0, radius), disc));
    }

    static void PaintWaves(Canvas canvas, Box square, CoverMood mood)
    {
        var count = 3 + (int)MathF.Round(4 * mood.Energy);
        for (var i = 0; i < count; i++)
        {
            var depth = (i + 1) / (float)count;
            var wave = new Wave(mood, square, depth);
            var top = mood.Tint(0.8f - 0.8f * depth, 0.66f - 0.42f * depth);
            var bottom = mood.Tint(0.5f - 0.5f * depth, 0.42f - 0.28f * depth);
            var opacity = 0.95f - 0.4f * mood.Softness;
            var paint = new LinearGradient(new(0, wave.Crest), new(0, square.Bottom), Ramp.Of(top.WithAlpha(opacity), bottom));
            var outline = canvas.NewOutline();
            wave.AddTo(outline);
            canvas.Fill(outline, paint);
        }
    }
}
