using System.Numerics;
using MusicFlow.Pictures.Fonts;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Cards;

/// <summary>One reason of a waterfall: an arrow that points right where it raises and left where it lowers, with its factor at the tip.</summary>
internal static class WaterfallBar
{
    const float Half = 13;
    const float Tip = 11;

    /// <summary>Room for the factor in pixels, also at the ends of the chart.</summary>
    const float Room = 78;

    /// <summary>Draws the arrow.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="at">Where it starts, where it points to, and its middle, in pixels.</param>
    /// <param name="reason">Its factor.</param>
    /// <param name="palette">Colours.</param>
    public static void Draw(Canvas canvas, (float From, float To, float Y) at, WaterfallReason reason, Palette palette)
    {
        var raises = reason.Factor >= 1;
        var sign = raises ? 1 : -1;
        var length = MathF.Max(4, MathF.Abs(at.To - at.From));
        var (tip, neck) = (at.From + sign * length, at.From + sign * MathF.Max(0, length - Tip));
        var outline = canvas.NewOutline();
        outline.AddPolygon([new(at.From, at.Y - Half), new(neck, at.Y - Half), new(tip, at.Y), new(neck, at.Y + Half), new(at.From, at.Y + Half)]);
        canvas.Fill(outline, raises ? palette.Up : palette.Down);
        var style = TextStyle.Bold(18);
        var place = new Vector2(tip + sign * 9, at.Y + style.CapHeight / 2);
        canvas.Write(TextLines.Fit(Writing.TryWrite(reason.FactorText) ?? "", style, Room), place, new(style, palette.Text), raises ? Align.Left : Align.Right);
    }
}
