using System.Numerics;
using System.Runtime.InteropServices;

namespace MusicFlow.Pictures.Painting;

/// <summary>A shape as closed polygons, filled by the non-zero rule; curves are flattened as they are added. Pixels, y downwards.</summary>
/// <remarks>Not thread-safe. <see cref="Clear"/> keeps the memory for the next shape.</remarks>
internal sealed class Outline
{
    /// <summary>Farthest that a flattened curve may lie from the true one, in pixels.</summary>
    const float Tolerance = 0.04f;

    /// <summary>Most pieces of one curve; reached only far outside any picture.</summary>
    const int MostPieces = 256;

    readonly List<Vector2> points = [];
    readonly List<int> ends = [];
    Vector2 low = new(float.PositiveInfinity);
    Vector2 high = new(float.NegativeInfinity);

    /// <summary>All points, contour after contour.</summary>
    public ReadOnlySpan<Vector2> Points => CollectionsMarshal.AsSpan(points);

    /// <summary>Index after the last point of each contour.</summary>
    public ReadOnlySpan<int> Ends => CollectionsMarshal.AsSpan(ends);

    public bool IsEmpty => points.Count == 0;

    /// <summary>Smallest rectangle around all points; not finite when a point is not.</summary>
    public Box Bounds => IsEmpty ? default : new(low.X, low.Y, high.X - low.X, high.Y - low.Y);

    Vector2 Current => points[^1];

    public void Clear()
    {
        points.Clear();
        ends.Clear();
        (low, high) = (new(float.PositiveInfinity), new(float.NegativeInfinity));
    }

    /// <summary>Starts a contour; every contour is closed by itself.</summary>
    public void MoveTo(Vector2 point)
    {
        ends.Add(points.Count);
        LineTo(point);
    }

    public void LineTo(Vector2 point)
    {
        points.Add(point);
        ends[^1] = points.Count;
        low = Vector2.Min(low, point);
        high = Vector2.Max(high, point);
    }

    /// <summary>A quadratic Bézier curve from the current point.</summary>
    public void QuadTo(Vector2 control, Vector2 end)
    {
        var start = Current;
        var pieces = Pieces((start - 2 * control + end).Length() / 4);
        for (var i = 1; i < pieces; i++)
        {
            var t = i / (float)pieces;
            LineTo(Vector2.Lerp(Vector2.Lerp(start, control, t), Vector2.Lerp(control, end, t), t));
        }
        LineTo(end);
    }

    /// <summary>A cubic Bézier curve from the current point.</summary>
    public void CubicTo(Vector2 first, Vector2 second, Vector2 end)
    {
        var start = Current;
        var bend = MathF.Max((start - 2 * first + second).Length(), (first - 2 * second + end).Length());
        var pieces = Pieces(bend * 3 / 4);
        for (var i = 1; i < pieces; i++)
        {
            var (t, u) = (i / (float)pieces, 1 - i / (float)pieces);
            LineTo(u * u * u * start + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * end);
        }
        LineTo(end);
    }

    /// <summary>An arc around a centre; starts a contour where there is none, else a line leads to it.</summary>
    /// <param name="centre">Centre of the circle.</param>
    /// <param name="radius">Radius; a negative one is taken as 0.</param>
    /// <param name="start">Angle of the first point in radians, clockwise from the right.</param>
    /// <param name="sweep">How far it turns, in radians; negative turns the other way.</param>
    public void ArcTo(Vector2 centre, float radius, float start, float sweep)
    {
        radius = MathF.Max(0, radius);
        var step = 2 * MathF.Acos(1 - MathF.Min(1, Tolerance / MathF.Max(Tolerance, radius)));
        var pieces = Math.Clamp((int)MathF.Ceiling(MathF.Abs(sweep) / step), 1, 4 * MostPieces);
        for (var i = 0; i <= pieces; i++)
        {
            var (sin, cos) = MathF.SinCos(start + sweep * i / pieces);
            LineTo(centre + radius * new Vector2(cos, sin));
        }
    }

    /// <summary>Opens a contour whose first point comes with the next line, curve or arc.</summary>
    public void Begin() => ends.Add(points.Count);

    /// <summary>Curves deviate by at most <paramref name="bend"/> / pieces² (Wang's formula).</summary>
    static int Pieces(float bend) => float.IsFinite(bend) ? Math.Clamp((int)MathF.Ceiling(MathF.Sqrt(bend / Tolerance)), 1, MostPieces) : 1;
}
