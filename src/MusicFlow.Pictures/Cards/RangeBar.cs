using System.Globalization;
using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>The bar from 0 to 30 streams with the 80 % band and the expected value.</summary>
internal static class RangeBar
{
    const float Height = 18;

    /// <summary>Draws the bar and the numbers below it.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="at">Left end, middle of the bar, and its length; the numbers reach 38 pixels further down.</param>
    /// <param name="content">Range and expected value.</param>
    public static void Draw(Canvas canvas, (float X, float Y, float Length) at, PredictionCardContent content)
    {
        var palette = Palette.Of(content.Theme);
        var accent = palette.Accent(content.Verdict);
        var bar = new Box(at.X, at.Y - Height / 2, at.Length, Height);
        canvas.FillRounded(bar, Height / 2, palette.Groove);
        if (content.Range is { } range && double.IsFinite(range.Low) && double.IsFinite(range.High)) DrawBand(canvas, bar, range, palette.Groove.Mix(accent, 0.55f));
        DrawTicks(canvas, bar, palette);
        DrawMarker(canvas, bar, StreamScale.Share(content.ExpectedStreams), (palette.Ground, accent));
    }

    static void DrawBand(Canvas canvas, Box bar, StreamRange range, Colour colour)
    {
        var (low, high) = (Place(bar, StreamScale.Share(range.Low)), Place(bar, StreamScale.Share(Math.Max(range.Low, range.High))));
        var band = new Box(low - Height / 2, bar.Y, high - low + Height, Height);
        canvas.FillRounded(band, Height / 2, colour);
    }

    static void DrawTicks(Canvas canvas, Box bar, Palette palette)
    {
        foreach (var tick in StreamScale.Ticks)
        {
            var x = Place(bar, StreamScale.Share(tick));
            canvas.FillRounded(new(x - 1, bar.Bottom + 5, 2, 5), 1, palette.Muted.WithAlpha(0.6f));
            canvas.Write(tick.ToString(CultureInfo.InvariantCulture), new(x, bar.Bottom + 28), new(TextStyle.Regular(15), palette.Muted), Align.Centre);
        }
    }

    static void DrawMarker(Canvas canvas, Box bar, float share, (Colour Ground, Colour Accent) colours)
    {
        var centre = new System.Numerics.Vector2(Place(bar, share), bar.Centre.Y);
        canvas.FillCircle(centre, 17, colours.Ground);
        canvas.FillCircle(centre, 13, colours.Accent);
        canvas.FillCircle(centre, 5, colours.Ground);
    }

    /// <summary>Ends of the scale lie inside the round ends of the bar.</summary>
    static float Place(Box bar, float share) => bar.X + Height / 2 + share * (bar.Width - Height);
}
