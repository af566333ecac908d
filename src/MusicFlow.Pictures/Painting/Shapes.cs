using System.Numerics;

namespace MusicFlow.Pictures.Painting;

/// <summary>The shapes that drawings are made of, as outlines. All turn clockwise unless said otherwise.</summary>
internal static class Shapes
{
    public static void AddRectangle(this Outline outline, Box box) =>
        outline.AddPolygon([new(box.X, box.Y), new(box.Right, box.Y), new(box.Right, box.Bottom), new(box.X, box.Bottom)]);

    /// <summary>A rectangle with round corners; the radius is cut to half of the shorter side.</summary>
    public static void AddRounded(this Outline outline, Box box, float radius)
    {
        radius = MathF.Min(radius, MathF.Min(box.Width, box.Height) / 2);
        if (radius <= 0)
        {
            outline.AddRectangle(box);
            return;
        }
        outline.Begin();
        outline.ArcTo(new(box.X + radius, box.Y + radius), radius, MathF.PI, MathF.PI / 2);
        outline.ArcTo(new(box.Right - radius, box.Y + radius), radius, -MathF.PI / 2, MathF.PI / 2);
        outline.ArcTo(new(box.Right - radius, box.Bottom - radius), radius, 0, MathF.PI / 2);
        outline.ArcTo(new(box.X + radius, box.Bottom - radius), radius, MathF.PI / 2, MathF.PI / 2);
    }

    public static void AddCircle(this Outline outline, Vector2 centre, float radius)
    {
        outline.Begin();
        outline.ArcTo(centre, radius, 0, MathF.Tau);
    }

    /// <summary>A ring: a circle of <paramref name="width"/> pixels, half of them on either side of the radius.</summary>
    public static void AddRing(this Outline outline, Vector2 centre, float radius, float width)
    {
        outline.AddCircle(centre, radius + width / 2);
        outline.Begin();
        outline.ArcTo(centre, radius - width / 2, 0, -MathF.Tau);
    }

    public static void AddPolygon(this Outline outline, ReadOnlySpan<Vector2> points)
    {
        if (points.IsEmpty) return;
        outline.MoveTo(points[0]);
        foreach (var point in points[1..]) outline.LineTo(point);
    }
}
