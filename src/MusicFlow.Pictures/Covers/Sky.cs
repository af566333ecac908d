using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>What lies behind the shapes of a cover.</summary>
internal static class Sky
{
    /// <summary>A leaning gradient from dark to light.</summary>
    public static void Paint(Canvas canvas, Box square, CoverMood mood)
    {
        var lean = mood.Draws.Between(-0.35f, 0.35f) * square.Width;
        var dark = 0.3f - 0.1f * mood.Energy;
        var colours = new Ramp((0, mood.Tint(0, dark)), (0.55f, mood.Tint(0.45f, 0.5f)), (1, mood.Tint(1, 0.74f)));
        canvas.Fill(new LinearGradient(new(square.Centre.X - lean, square.Y), new(square.Centre.X + lean, square.Bottom), colours));
    }

    /// <summary>A dark gradient from the centre of light outwards.</summary>
    public static void PaintNight(Canvas canvas, Box square, Vector2 light, CoverMood mood)
    {
        var deep = 0.22f - 0.06f * mood.Energy;
        var colours = new Ramp((0, mood.Tint(0.7f, 0.46f)), (0.45f, mood.Tint(0.3f, 0.33f)), (1, mood.Tint(0, deep)));
        canvas.Fill(new RadialGradient(light, square.Width * 0.95f, colours));
    }

    /// <summary>A glowing disc.</summary>
    public static void PaintSun(Canvas canvas, Vector2 centre, float radius, CoverMood mood)
    {
        canvas.FillCircle(centre, radius * (2.6f + mood.Softness), new RadialGradient(centre, radius * (2.6f + mood.Softness), Ramp.Glow(mood.Tint(1, 0.78f).WithAlpha(0.55f))));
        var disc = Ramp.Of(mood.Tint(1.2f, 0.95f), mood.Tint(0.9f, 0.76f).WithAlpha(1 - 0.6f * mood.Softness));
        canvas.FillCircle(centre, radius, new LinearGradient(centre - new Vector2(0, radius), centre + new Vector2(0, radius), disc));
    }
}
