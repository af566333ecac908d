using System.Numerics;
using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>Draws a song's figures as a radar. 800 × 680 pixels. Thread-safe.</summary>
public static class FeatureRadarDrawing
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 800;

    /// <summary>Height of the picture in pixels.</summary>
    public const int Height = 680;

    const float Radius = 200;
    const int Rings = 4;

    /// <summary>Share of the radius where zero lies, so that small values keep a direction.</summary>
    const float Hub = 0.1f;

    static readonly Vector2 Centre = new(Width / 2f, 393);

    /// <summary>Draws the radar.</summary>
    /// <param name="content">What it shows.</param>
    /// <exception cref="ArgumentException">Fewer than 5 or more than 9 axes.</exception>
    public static Picture Draw(FeatureRadarContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var axes = content.Axes;
        if (axes.Count is < FeatureRadarContent.FewestAxes or > FeatureRadarContent.MostAxes)
            throw new ArgumentException($"A radar has 5 to 9 axes, not {axes.Count}.", nameof(content));
        using var canvas = new Canvas(Width, Height);
        var palette = Palette.Of(content.Theme);
        CardGround.Paint(canvas, palette, palette.Brand);
        CardHead.Draw(canvas, (content.Title, content.Artist), palette);
        DrawWeb(canvas, axes, palette);
        for (var i = 0; i < axes.Count; i++) DrawSpoke(canvas, axes[i].Drawn is not null, Direction(i, axes.Count), palette);
        DrawShape(canvas, axes, palette);
        for (var i = 0; i < axes.Count; i++) DrawLabel(canvas, axes[i], Direction(i, axes.Count), palette);
        CardGround.Sign(canvas, palette, palette.Brand);
        return canvas.ToPicture();
    }

    static void DrawWeb(Canvas canvas, IReadOnlyList<RadarAxis> axes, Palette palette)
    {
        for (var ring = Rings; ring >= 0; ring--)
        {
            var corners = axes.Select((_, i) => Point(ring / (float)Rings, Direction(i, axes.Count))).ToArray();
            var outline = canvas.NewOutline();
            outline.AddPolygon(corners);
            if (ring == Rings) canvas.Fill(outline, palette.Raised);
            canvas.Stroke(corners, ring == Rings ? 2 : 1.25f, palette.Groove, closed: true);
        }
    }

    /// <summary>A field from the middle to each pair of neighbours that are both known; between them and the unknown stays a gap.</summary>
    static void DrawShape(Canvas canvas, IReadOnlyList<RadarAxis> axes, Palette palette)
    {
        var corners = axes.Select((axis, i) => axis.Drawn is { } value ? Point(value, Direction(i, axes.Count)) : (Vector2?)null).ToArray();
        var outline = canvas.NewOutline();
        for (var i = 0; i < corners.Length; i++)
            if (corners[i] is { } one && corners[(i + 1) % corners.Length] is { } next) outline.AddPolygon([Centre, one, next]);
        canvas.Fill(outline, palette.Brand.WithAlpha(0.3f));
        if (Array.TrueForAll(corners, corner => corner is not null))
            canvas.Stroke([.. corners.Select(corner => corner!.Value)], 3, palette.Brand, closed: true);
        else
            for (var i = 0; i < corners.Length; i++)
                if (corners[i] is { } one && corners[(i + 1) % corners.Length] is { } next) canvas.Stroke([one, next], 3, palette.Brand);
        foreach (var corner in corners)
            if (corner is { } point) canvas.FillCircle(point, 5.5f, palette.Brand);
    }

    /// <summary>The line of an axis: dashed with a question mark where the value is unknown.</summary>
    static void DrawSpoke(Canvas canvas, bool known, Vector2 direction, Palette palette)
    {
        const float Dash = 7;
        if (known)
        {
            canvas.Stroke([Point(0, direction), Point(1, direction)], 1.25f, palette.Groove);
            return;
        }
        for (var from = Hub * Radius; from < Radius; from += 2 * Dash)
            canvas.Stroke([Centre + from * direction, Centre + MathF.Min(Radius, from + Dash) * direction], 2, palette.Muted.WithAlpha(0.55f));
        var (middle, mark) = (Point(0.5f, direction), TextStyle.Bold(20));
        canvas.FillCircle(middle, 17, palette.Raised);
        canvas.Write("?", middle + new Vector2(0, mark.CapHeight / 2), new(mark, palette.Muted), Align.Centre);
    }

    static void DrawLabel(Canvas canvas, RadarAxis axis, Vector2 direction, Palette palette)
    {
        var (name, number) = (TextStyle.Regular(18), TextStyle.Bold(18));
        var at = Centre + (Radius + 20) * direction;
        var align = direction.X switch { > 0.2f => Align.Left, < -0.2f => Align.Right, _ => Align.Centre };
        var room = align is Align.Centre ? Width / 2f : align is Align.Left ? Width - 24 - at.X : at.X - 24;
        // Two lines, in the middle at the sides, above the web at its top and below it at its bottom.
        var y = at.Y - 22 + 22 * direction.Y + name.CapHeight - 4;
        canvas.Write(TextLines.Fit(Writing.TryWrite(axis.Label) ?? "", name, room), new(at.X, y), new(name, palette.Muted), align);
        if (axis.Drawn is null || Writing.TryWrite(axis.ValueText) is not { } value) return;
        canvas.Write(TextLines.Fit(value, number, room), new(at.X, y + 23), new(number, palette.Text), align);
    }

    static Vector2 Point(float value, Vector2 direction) => Centre + Radius * (Hub + (1 - Hub) * value) * direction;

    static Vector2 Direction(int index, int count)
    {
        var (sin, cos) = MathF.SinCos(MathF.Tau * index / count);
        return new(sin, -cos);
    }
}
