using System.Numerics;

namespace MusicFlow.Pictures.Painting;

/// <summary>Turns a line through points into the outline of a pen with a round tip.</summary>
internal static class Stroker
{
    /// <summary>Turns below this cosine get a round join; gentler ones, as curves have, meet in a point.</summary>
    const float Gentle = 0.9f;

    /// <summary>Squared length below which two points count as one.</summary>
    const float Tiny = 1e-6f;

    /// <summary>Adds the outline of a stroke.</summary>
    /// <param name="outline">Where it is added.</param>
    /// <param name="line">The points.</param>
    /// <param name="width">Width of the pen in pixels.</param>
    /// <param name="closed">Whether the last point leads back to the first.</param>
    public static void AddStroke(this Outline outline, ReadOnlySpan<Vector2> line, float width, bool closed = false)
    {
        var points = Distinct(line, closed);
        if (points.Count == 0) return;
        if (points.Count == 1)
        {
            outline.AddCircle(points[0], width / 2);
            return;
        }
        outline.Begin();
        Side(outline, points, width / 2, closed);
        if (closed) outline.Begin();
        else Cap(outline, points[^1], points[^1] - points[^2], width / 2);
        points.Reverse();
        Side(outline, points, width / 2, closed);
        if (!closed) Cap(outline, points[^1], points[^1] - points[^2], width / 2);
    }

    static List<Vector2> Distinct(ReadOnlySpan<Vector2> line, bool closed)
    {
        List<Vector2> points = new(line.Length + 1);
        foreach (var point in line)
            if (points.Count == 0 || Vector2.DistanceSquared(points[^1], point) > Tiny) points.Add(point);
        if (closed && points.Count > 1 && Vector2.DistanceSquared(points[^1], points[0]) <= Tiny) points.RemoveAt(points.Count - 1);
        return points;
    }

    /// <summary>The left side of the line, in its direction.</summary>
    static void Side(Outline outline, List<Vector2> points, float half, bool closed)
    {
        var count = points.Count;
        if (!closed) outline.LineTo(points[0] + half * Normal(points[1] - points[0]));
        for (var i = closed ? 0 : 1; i < (closed ? count : count - 1); i++)
            Join(outline, points[i], (Normal(points[i] - points[(i + count - 1) % count]), Normal(points[(i + 1) % count] - points[i])), half);
        if (!closed) outline.LineTo(points[^1] + half * Normal(points[^1] - points[^2]));
    }

    static void Join(Outline outline, Vector2 point, (Vector2 Before, Vector2 After) normals, float half)
    {
        var (before, after) = normals;
        var cosine = Vector2.Dot(before, after);
        if (cosine > Gentle)
        {
            outline.LineTo(point + half / (1 + cosine) * (before + after));
            return;
        }
        outline.LineTo(point + half * before);
        var turn = MathF.Atan2(before.X * after.Y - before.Y * after.X, cosine);
        if (turn > 0) outline.ArcTo(point, half, MathF.Atan2(before.Y, before.X), turn);
        else outline.LineTo(point);
        outline.LineTo(point + half * after);
    }

    static void Cap(Outline outline, Vector2 end, Vector2 direction, float half)
    {
        var normal = Normal(direction);
        outline.ArcTo(end, half, MathF.Atan2(normal.Y, normal.X), MathF.PI);
    }

    /// <summary>Unit vector to the left of a direction, seen with y downwards.</summary>
    static Vector2 Normal(Vector2 direction) => Vector2.Normalize(new(direction.Y, -direction.X));
}
