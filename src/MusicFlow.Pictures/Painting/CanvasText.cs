using System.Numerics;
using System.Runtime.Intrinsics;
using MusicFlow.Pictures.Fonts;

namespace MusicFlow.Pictures.Painting;

/// <summary>Where a line of text lies on its point.</summary>
internal enum Align
{
    /// <summary>The point is the left end.</summary>
    Left,

    /// <summary>The point is the middle.</summary>
    Centre,

    /// <summary>The point is the right end.</summary>
    Right,
}

/// <summary>Draws text on a canvas.</summary>
internal static class CanvasText
{
    /// <summary>Draws one line.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="text">The line; nothing is broken or cut here.</param>
    /// <param name="at">A point on the baseline; its height is rounded to a whole pixel, which keeps letters crisp.</param>
    /// <param name="ink">How the text is written and with what.</param>
    /// <param name="align">Which end of the line the point is.</param>
    public static void Write(this Canvas canvas, string text, Vector2 at, Ink ink, Align align = Align.Left)
    {
        var shift = align switch { Align.Left => 0, Align.Centre => 0.5f, _ => 1f };
        if (align is not Align.Left) at.X -= ink.Style.Measure(text) * shift;
        var outline = canvas.NewOutline();
        ink.Style.AddTo(outline, text, new(at.X, MathF.Round(at.Y)));
        canvas.Fill(outline, ink.Paint, Weight(ink.Paint));
    }

    /// <summary>Draws lines below each other.</summary>
    /// <returns>Baseline of the line that would follow.</returns>
    public static float WriteLines(this Canvas canvas, IEnumerable<string> lines, Vector2 at, Ink ink)
    {
        foreach (var line in lines)
        {
            canvas.Write(line, at, ink);
            at.Y += ink.Style.LineHeight;
        }
        return at.Y;
    }

    /// <summary>Blending in linear light thins dark letters and fattens light ones, which eyes used to screens take for a fault; this evens it out.</summary>
    static float Weight(Paint paint)
    {
        const float Darkest = 0.7f;
        const float Lightest = -0.2f;
        return paint.Even is { } colour ? float.Lerp(Darkest, Lightest, MathF.Sqrt(float.Clamp(colour.GetElement(1), 0, 1))) : 0;
    }
}

/// <summary>How text is written, and with what paint.</summary>
internal sealed record Ink(TextStyle Style, Paint Paint);
