using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>Draws the five faces of the verdicts as shapes, since the fonts have no coloured emoji.</summary>
internal static class Face
{
    static readonly Ramp Skin = Ramp.Of(Colour.Hex(0xFFE07A), Colour.Hex(0xF7B32B));
    static readonly Colour Line = Colour.Hex(0x5B3A12);
    static readonly Colour Heart = Colour.Hex(0xE8264F);
    static readonly Colour Teeth = Colour.Hex(0xFFFFFF);

    /// <summary>Draws a face.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="centre">Its middle.</param>
    /// <param name="radius">Its radius in pixels.</param>
    /// <param name="verdict">Which one.</param>
    public static void Draw(Canvas canvas, Vector2 centre, float radius, VerdictLevel verdict)
    {
        canvas.FillCircle(centre, radius, new RadialGradient(centre - new Vector2(radius * 0.25f, radius * 0.4f), radius * 1.5f, Skin));
        DrawEyes(canvas, centre, radius, verdict);
        DrawMouth(canvas, centre, radius, verdict);
    }

    static void DrawEyes(Canvas canvas, Vector2 centre, float radius, VerdictLevel verdict)
    {
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var eye = centre + radius * new Vector2(0.36f * side, -0.2f);
            var outline = canvas.NewOutline();
            if (verdict is VerdictLevel.Banger) AddHeart(outline, eye + new Vector2(0, radius * 0.02f), radius * 0.3f);
            else if (verdict is VerdictLevel.Wow) outline.AddStroke(Arc(eye + new Vector2(0, radius * 0.1f), radius * 0.17f, -MathF.PI, MathF.PI), radius * 0.11f);
            else AddOval(outline, eye, radius * 0.105f, radius * 0.15f);
            canvas.Fill(outline, verdict is VerdictLevel.Banger ? Heart : Line);
        }
    }

    static void DrawMouth(Canvas canvas, Vector2 centre, float radius, VerdictLevel verdict)
    {
        var pen = radius * 0.11f;
        switch (verdict)
        {
            case VerdictLevel.Growing:
                var y = centre.Y + radius * 0.36f;
                canvas.Stroke([new(centre.X - radius * 0.36f, y), new(centre.X + radius * 0.36f, y)], pen, Line);
                break;
            case VerdictLevel.Nice:
                canvas.Stroke(Arc(centre - new Vector2(0, radius * 0.04f), radius * 0.5f, MathF.PI * 0.2f, MathF.PI * 0.6f), pen, Line);
                break;
            default:
                DrawOpenMouth(canvas, centre + new Vector2(0, radius * 0.16f), radius * 0.55f);
                break;
        }
    }

    /// <summary>Half a disc, rounded at its corners, with teeth.</summary>
    static void DrawOpenMouth(Canvas canvas, Vector2 middle, float width)
    {
        Colour inside = Line;
        var outline = canvas.NewOutline();
        outline.MoveTo(middle - new Vector2(width, 0));
        outline.LineTo(middle + new Vector2(width, 0));
        outline.CubicTo(middle + new Vector2(width, width * 0.75f), middle + new Vector2(width * 0.5f, width * 1.05f), middle + new Vector2(0, width * 1.05f));
        outline.CubicTo(middle + new Vector2(-width * 0.5f, width * 1.05f), middle + new Vector2(-width, width * 0.75f), middle - new Vector2(width, 0));
        canvas.Fill(outline, inside);
        canvas.FillRounded(new(middle.X - width * 0.84f, middle.Y, width * 1.68f, width * 0.26f), width * 0.1f, Teeth);
    }

    static void AddOval(Outline outline, Vector2 centre, float across, float down)
    {
        const float Circle = 0.5523f;
        outline.MoveTo(centre + new Vector2(across, 0));
        outline.CubicTo(centre + new Vector2(across, down * Circle), centre + new Vector2(across * Circle, down), centre + new Vector2(0, down));
        outline.CubicTo(centre + new Vector2(-across * Circle, down), centre + new Vector2(-across, down * Circle), centre + new Vector2(-across, 0));
        outline.CubicTo(centre + new Vector2(-across, -down * Circle), centre + new Vector2(-across * Circle, -down), centre + new Vector2(0, -down));
        outline.CubicTo(centre + new Vector2(across * Circle, -down), centre + new Vector2(across, -down * Circle), centre + new Vector2(across, 0));
    }

    static void AddHeart(Outline outline, Vector2 centre, float size)
    {
        outline.MoveTo(centre + size * new Vector2(0, 1));
        outline.CubicTo(centre + size * new Vector2(-0.55f, 0.6f), centre + size * new Vector2(-1.05f, 0.15f), centre + size * new Vector2(-1.05f, -0.35f));
        outline.CubicTo(centre + size * new Vector2(-1.05f, -1), centre + size * new Vector2(-0.2f, -1.05f), centre + size * new Vector2(0, -0.42f));
        outline.CubicTo(centre + size * new Vector2(0.2f, -1.05f), centre + size * new Vector2(1.05f, -1), centre + size * new Vector2(1.05f, -0.35f));
        outline.CubicTo(centre + size * new Vector2(1.05f, 0.15f), centre + size * new Vector2(0.55f, 0.6f), centre + size * new Vector2(0, 1));
    }

    static Vector2[] Arc(Vector2 centre, float radius, float start, float sweep)
    {
        const int Pieces = 24;
        var points = new Vector2[Pieces + 1];
        for (var i = 0; i <= Pieces; i++)
        {
            var (sin, cos) = MathF.SinCos(start + sweep * i / Pieces);
            points[i] = centre + radius * new Vector2(cos, sin);
        }
        return points;
    }
}
