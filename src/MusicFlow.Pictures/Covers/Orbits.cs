using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Covers;

/// <summary>A cover of broken rings around a sun, like grooves of a record: energy sets how many, tempo how often they are broken.</summary>
internal static class Orbits
{
    public static void Paint(Canvas canvas, Box square, CoverMood mood)
    {
        var size = square.Width;
        var centre = square.Centre + size * new Vector2(mood.Draws.Between(-0.2f, 0.2f), mood.Draws.Between(-0.2f, 0.2f));
        Sky.PaintNight(canvas, square, centre, mood);
        var core = size * (0.09f + 0.05f * mood.Swing);
        var count = 5 + (int)MathF.Round(6 * mood.Energy);
        var pitch = (size * 0.66f - core) / count;
        for (var i = 0; i < count; i++) PaintRing(canvas, centre, (core + pitch * (i + 1), pitch, i / (float)count), mood);
        Sky.PaintSun(canvas, centre, core, mood);
    }

    static void PaintRing(Canvas canvas, Vector2 centre, (float Radius, float Pitch, float Place) ring, CoverMood mood)
    {
        var width = ring.Pitch * mood.Draws.Between(0.16f, 0.62f);
        var colour = mood.Tint(1 - ring.Place, 0.86f - 0.42f * ring.Place).WithAlpha(0.95f - 0.45f * mood.Softness);
        var arcs = 1 + mood.Draws.Below(2 + (int)(3 * mood.Pace));
        var start = mood.Draws.Between(0, MathF.Tau);
        for (var arc = 0; arc < arcs; arc++)
        {
            var sweep = MathF.Tau / arcs * mood.Draws.Between(0.35f, 0.82f);
            canvas.Stroke(Points(centre, ring.Radius, start, sweep), width, colour);
            start += MathF.Tau / arcs;
        }
        if (mood.Draws.Below(3) != 0) return;
        var angle = mood.Draws.Between(0, MathF.Tau);
        canvas.FillCircle(centre + ring.Radius * new Vector2(MathF.Cos(angle), MathF.Sin(angle)), ring.Pitch * 0.42f, mood.Tint(1.2f, 0.93f));
    }

    static Vector2[] Points(Vector2 centre, float radius, float start, float sweep)
    {
        var points = new Vector2[2 + (int)(radius * sweep / 4)];
        for (var i = 0; i < points.Length; i++)
        {
            var (sin, cos) = MathF.SinCos(start + sweep * i / (points.Length - 1));
            points[i] = centre + radius * new Vector2(cos, sin);
        }
        return points;
    }
}
