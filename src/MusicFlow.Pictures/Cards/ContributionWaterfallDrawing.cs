using System.Globalization;
using System.Numerics;
using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>Draws how factors lead from a typical song to a prediction. 1000 pixels wide, as high as the reasons need. Thread-safe.</summary>
public static class ContributionWaterfallDrawing
{
    /// <summary>Width of the picture in pixels.</summary>
    public const int Width = 1000;

    const float Pitch = 58;
    const float Left = CardGround.Margin;
    const float LabelWidth = 380;
    const float ChartLeft = 505;
    const float ChartWidth = 360;
    const float ValueWidth = 90;

    /// <summary>Draws the waterfall.</summary>
    /// <param name="content">What it shows.</param>
    /// <exception cref="ArgumentException">An end is not a number, or a factor not a number above 0.</exception>
    public static Picture Draw(ContributionWaterfallContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var steps = WaterfallSteps.Of(content);
        using var canvas = new Canvas(Width, (int)(254 + Pitch * (steps.Reasons.Count + 1)));
        var palette = Palette.Of(content.Theme);
        var accent = palette.Accent(content.Verdict);
        var scale = new LogScale([.. steps.Running, content.End.Streams], ChartLeft, ChartWidth);
        CardGround.Paint(canvas, palette, accent);
        CardHead.Draw(canvas, (content.Title, content.Artist), palette);
        var first = 160f;
        DrawGrid(canvas, scale, (first - 22, first + Pitch * (steps.Reasons.Count + 1) + 22), palette);
        DrawLinks(canvas, scale, steps, (first, content.End.Streams), palette);
        DrawEnd(canvas, content.Start, new(scale[content.Start.Streams], first), (palette, palette.Muted));
        for (var i = 0; i < steps.Reasons.Count; i++)
        {
            var y = first + Pitch * (i + 1);
            DrawLabel(canvas, steps.Reasons[i].Text, y, new(TextStyle.Regular(18), palette.Text));
            WaterfallBar.Draw(canvas, (scale[steps.Running[i]], scale[steps.Running[i + 1]], y), steps.Reasons[i], palette);
        }
        DrawEnd(canvas, content.End, new(scale[content.End.Streams], first + Pitch * (steps.Reasons.Count + 1)), (palette, accent));
        CardGround.Sign(canvas, palette, accent);
        return canvas.ToPicture();
    }

    static void DrawGrid(Canvas canvas, LogScale scale, (float Top, float Bottom) rows, Palette palette)
    {
        foreach (var tick in scale.Ticks)
        {
            canvas.FillRectangle(new(MathF.Round(scale[tick]) - 0.5f, rows.Top, 1, rows.Bottom - rows.Top), palette.Groove);
            canvas.Write(tick.ToString("0.##", CultureInfo.InvariantCulture), new(scale[tick], rows.Bottom + 20), new(TextStyle.Regular(15), palette.Muted), Align.Centre);
        }
    }

    /// <summary>Thin lines from row to row; the last is dashed where the reasons do not lead to the prediction.</summary>
    static void DrawLinks(Canvas canvas, LogScale scale, WaterfallSteps steps, (float First, double End) rows, Palette palette)
    {
        for (var i = 0; i < steps.Running.Count; i++)
        {
            var (x, y) = (scale[steps.Running[i]], rows.First + Pitch * i);
            if (i < steps.Running.Count - 1) canvas.Stroke([new(x, y), new(x, y + Pitch)], 1.5f, palette.Muted.WithAlpha(0.6f));
            else Dashed(canvas, new(x, y), new(scale[rows.End], y + Pitch), palette.Muted);
        }
    }

    static void Dashed(Canvas canvas, Vector2 from, Vector2 to, Colour colour)
    {
        const float Dash = 5;
        var pieces = Math.Max(1, (int)((to - from).Length() / Dash));
        for (var i = 0; i < pieces; i += 2)
            canvas.Stroke([Vector2.Lerp(from, to, i / (float)pieces), Vector2.Lerp(from, to, (i + 1) / (float)pieces)], 1.5f, colour.WithAlpha(0.7f));
    }

    static void DrawEnd(Canvas canvas, WaterfallEnd end, Vector2 at, (Palette Palette, Colour Colour) colours)
    {
        var style = TextStyle.Bold(20);
        DrawLabel(canvas, end.Label, at.Y, new(style, colours.Palette.Text));
        canvas.FillCircle(at, 13, colours.Palette.Ground);
        canvas.FillCircle(at, 10, colours.Colour);
        canvas.Write(TextLines.Fit(Writing.TryWrite(end.ValueText) ?? "", style, ValueWidth), at + new Vector2(20, 7), new(style, colours.Colour));
    }

    static void DrawLabel(Canvas canvas, string text, float middle, Ink ink)
    {
        var lines = TextLines.Wrap(Writing.TryWrite(text) ?? "", ink.Style, LabelWidth, most: 2);
        canvas.WriteLines(lines, new(Left, middle + ink.Style.CapHeight / 2 - (lines.Count - 1) * ink.Style.LineHeight / 2), ink);
    }
}
