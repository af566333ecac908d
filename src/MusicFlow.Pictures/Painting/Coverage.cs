using System.Buffers;
using System.Numerics;

namespace MusicFlow.Pictures.Painting;

/// <summary>How much of each pixel a shape covers, by exact areas.</summary>
/// <remarks>
/// Every edge adds its signed area to the pixels it crosses and its height to the pixel after; the running sum of a row is then the
/// winding number times the covered share, so its magnitude cut at 1 fills by the non-zero rule. Where two edges of one shape share a
/// pixel, areas add up, which is the usual simplification. Not thread-safe.
/// </remarks>
internal sealed class Coverage : IDisposable
{
    /// <summary>Cells of a row beyond its pixels: an edge on the right border adds to the one after.</summary>
    const int Spare = 2;

    float[] cells = [];
    PixelBox box;
    int stride;

    /// <summary>Takes the pixels of a shape; whatever was taken before is forgotten.</summary>
    /// <param name="outline">The shape.</param>
    /// <param name="pixels">Pixels of interest, at least one; what lies left of them still counts, what lies right does not matter.</param>
    public void Take(Outline outline, PixelBox pixels)
    {
        (box, stride) = (pixels, pixels.Width + Spare);
        var needed = stride * pixels.Height;
        if (cells.Length < needed)
        {
            Dispose();
            cells = ArrayPool<float>.Shared.Rent(needed);
        }
        cells.AsSpan(0, needed).Clear();
        var start = 0;
        foreach (var end in outline.Ends)
        {
            if (end - start > 2) Contour(outline.Points[start..end]);
            start = end;
        }
    }

    /// <summary>Covered shares of one row, 0–1, one per pixel of the box.</summary>
    /// <param name="y">Row of the picture, within the box.</param>
    /// <returns>Valid until the next call of <see cref="Take"/>; may be written to.</returns>
    public Span<float> Row(int y)
    {
        var row = cells.AsSpan((y - box.Top) * stride, box.Width);
        var sum = 0f;
        for (var i = 0; i < row.Length; i++)
        {
            sum += row[i];
            row[i] = float.MinNative(1, MathF.Abs(sum));
        }
        return row;
    }

    public void Dispose()
    {
        if (cells.Length > 0) ArrayPool<float>.Shared.Return(cells);
        cells = [];
    }

    void Contour(ReadOnlySpan<Vector2> points)
    {
        var origin = new Vector2(box.Left, box.Top);
        var previous = points[^1] - origin;
        foreach (var point in points)
        {
            var next = point - origin;
            if (previous.Y < next.Y) Clip(previous, next, 1);
            else if (previous.Y > next.Y) Clip(next, previous, -1);
            previous = next;
        }
    }

    /// <summary>Cuts an edge that goes down to the rows, and at the left and right border.</summary>
    void Clip(Vector2 top, Vector2 bottom, float sign)
    {
        if (bottom.Y <= 0 || top.Y >= box.Height) return;
        if (top.Y < 0) top = At(top, bottom, 0);
        if (bottom.Y > box.Height) bottom = At(top, bottom, box.Height);
        if (MathF.Min(top.X, bottom.X) >= 0 && MathF.Max(top.X, bottom.X) <= box.Width)
        {
            Edge(top, bottom, sign);
            return;
        }
        Span<float> heights = [top.Y, Crossing(top, bottom, 0), Crossing(top, bottom, box.Width), bottom.Y];
        heights.Sort();
        for (var i = 0; i < 3; i++)
        {
            var (from, to) = (At(top, bottom, heights[i]), At(top, bottom, heights[i + 1]));
            if (from.X + to.X >= 2 * box.Width || heights[i + 1] <= heights[i]) continue;
            from.X = Math.Clamp(from.X, 0, box.Width);
            to.X = Math.Clamp(to.X, 0, box.Width);
            Edge(from, to, sign);
        }
    }

    static Vector2 At(Vector2 top, Vector2 bottom, float y) =>
        new(top.X + (bottom.X - top.X) * Math.Clamp((y - top.Y) / (bottom.Y - top.Y), 0, 1), y);

    /// <summary>Where the edge crosses a column, as a height; its upper end where it does not.</summary>
    static float Crossing(Vector2 top, Vector2 bottom, float x)
    {
        var share = (x - top.X) / (bottom.X - top.X);
        return share is > 0 and < 1 ? top.Y + (bottom.Y - top.Y) * share : top.Y;
    }

    void Edge(Vector2 top, Vector2 bottom, float sign)
    {
        var slope = (bottom.X - top.X) / (bottom.Y - top.Y);
        var (least, most) = (MathF.Min(top.X, bottom.X), MathF.Max(top.X, bottom.X));
        var last = Math.Min(box.Height, (int)MathF.Ceiling(bottom.Y));
        for (var y = (int)top.Y; y < last; y++)
        {
            var (from, to) = (MathF.Max(y, top.Y), MathF.Min(y + 1, bottom.Y));
            if (to <= from) continue;
            var one = Math.Clamp(top.X + (from - top.Y) * slope, least, most);
            var other = Math.Clamp(top.X + (to - top.Y) * slope, least, most);
            Piece(cells.AsSpan(y * stride, stride), MathF.Min(one, other), MathF.Max(one, other), (to - from) * sign);
        }
    }

    /// <summary>One edge within one row, from left to right, of the given signed height.</summary>
    static void Piece(Span<float> row, float left, float right, float height)
    {
        var first = (int)left;
        var after = (int)MathF.Ceiling(right);
        if (after <= first + 1)
        {
            var share = 0.5f * (left + right) - first;
            row[first] += height - height * share;
            row[first + 1] += height * share;
            return;
        }
        var perPixel = height / (right - left);
        var covered = 0f;
        var before = 0f;
        for (var x = first; x < after; x++)
        {
            var (enter, leave) = (MathF.Max(left, x), MathF.Min(right, x + 1));
            // Area of this pixel to the right of the edge: all that was passed, and the triangle within.
            var rise = (leave - enter) * perPixel;
            var area = covered + rise * (x + 1 - 0.5f * (enter + leave));
            row[x] += area - before;
            (before, covered) = (area, covered + rise);
        }
        row[after] += height - before;
    }
}
