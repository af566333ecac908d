using System.Numerics;

namespace MusicFlow.Pictures.Fonts;

/// <summary>Collects the points of a glyph while it is read.</summary>
internal sealed class GlyphDrawing
{
    readonly List<Vector2> points = [];
    readonly List<bool> onLine = [];
    readonly List<int> ends = [];

    /// <summary>How many glyphs were read for it.</summary>
    public int PartCount { get; set; }

    public int PointCount => points.Count;

    public void Add(Vector2 point, bool isOnLine)
    {
        points.Add(point);
        onLine.Add(isOnLine);
    }

    public void EndContour() => ends.Add(points.Count);

    public Glyph Finished() => points.Count == 0 ? Glyph.Blank : new([.. points], [.. onLine], [.. ends]);
}
