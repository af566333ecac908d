using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>One figure of a song: name and value over a thin bar.</summary>
internal static class MeterRow
{
    /// <summary>Distance of two rows in pixels.</summary>
    public const float Pitch = 52;

    const float BarHeight = 6;

    /// <summary>Draws the row.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="at">Left end, baseline of the text, and width.</param>
    /// <param name="meter">The figure.</param>
    /// <param name="palette">Colours.</param>
    public static void Draw(Canvas canvas, (float X, float Y, float Width) at, FeatureMeter meter, Palette palette)
    {
        var share = meter.Share is { } given && double.IsFinite(given) ? (float)Math.Clamp(given, 0, 1) : (float?)null;
        var (name, number) = (TextStyle.Regular(17), share is null ? TextStyle.Regular(17) : TextStyle.Bold(17));
        var value = TextLines.Fit(Writing.TryWrite(meter.ValueText) ?? "", number, at.Width / 2);
        canvas.Write(value, new(at.X + at.Width, at.Y), new(number, share is null ? palette.Muted : palette.Text), Align.Right);
        var room = at.Width - number.Measure(value) - 12;
        canvas.Write(TextLines.Fit(Writing.TryWrite(meter.Label) ?? "", name, room), new(at.X, at.Y), new(name, palette.Muted));
        var bar = new Box(at.X, at.Y + 11, at.Width, BarHeight);
        if (share is { } known) DrawKnown(canvas, bar, known, palette);
        else DrawUnknown(canvas, bar, palette);
    }

    static void DrawKnown(Canvas canvas, Box bar, float share, Palette palette)
    {
        canvas.FillRounded(bar, BarHeight / 2, palette.Groove);
        canvas.FillRounded(bar with { Width = BarHeight + share * (bar.Width - BarHeight) }, BarHeight / 2, palette.Muted);
    }

    static void DrawUnknown(Canvas canvas, Box bar, Palette palette)
    {
        const float Dash = 12;
        for (var x = bar.X; x < bar.Right; x += 2 * Dash)
            canvas.FillRounded(new(x, bar.Y + 2, MathF.Min(Dash, bar.Right - x), 2), 1, palette.Groove);
    }
}
