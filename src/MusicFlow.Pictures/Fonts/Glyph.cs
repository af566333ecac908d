using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Fonts;

/// <summary>The outline of a glyph in font units, y upwards: quadratic curves through points on and off the line. Immutable.</summary>
/// <param name="Points">All points, contour after contour.</param>
/// <param name="OnLine">Whether a point lies on the outline; the others pull it.</param>
/// <param name="Ends">Index after the last point of each contour.</param>
internal sealed record Glyph(Vector2[] Points, bool[] OnLine, int[] Ends)
{
    public static Glyph Blank { get; } = new([], [], []);

    /// <summary>Adds the glyph to a shape.</summary>
    /// <param name="outline">The shape.</param>
    /// <param name="origin">Where the glyph's origin lies: on the baseline.</param>
    /// <param name="scale">Pixels per font unit.</param>
    public void AddTo(Outline outline, Vector2 origin, float scale)
    {
        var flip = new Vector2(scale, -scale);
        var start = 0;
        foreach (var end in Ends)
        {
            if (end - start > 1) AddContour(outline, start, end, (origin, flip));
            start = end;
        }
    }

    void AddContour(Outline outline, int start, int end, (Vector2 Origin, Vector2 Flip) place)
    {
        var count = end - start;
        var first = Array.IndexOf(OnLine, true, start, count);
        // A contour without a point on the line starts midway between two that pull.
        var opening = first >= 0 ? Points[first] : (Points[start] + Points[end - 1]) / 2;
        if (first < 0) first = end - 1;
        outline.MoveTo(Placed(opening));
        Vector2? control = null;
        for (var i = 1; i <= count; i++)
        {
            var at = start + (first - start + i) % count;
            var point = Points[at];
            if (OnLine[at])
            {
                if (control is { } pull) outline.QuadTo(Placed(pull), Placed(point));
                else outline.LineTo(Placed(point));
                control = null;
                continue;
            }
            if (control is { } before) outline.QuadTo(Placed(before), Placed((before + point) / 2));
            control = point;
        }
        if (control is { } last) outline.QuadTo(Placed(last), Placed(opening));

        Vector2 Placed(Vector2 point) => place.Origin + point * place.Flip;
    }
}
