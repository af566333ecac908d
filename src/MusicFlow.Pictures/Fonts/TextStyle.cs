using System.Numerics;
using MusicFlow.Pictures.Painting;

namespace MusicFlow.Pictures.Fonts;

/// <summary>A typeface in a size: measures and draws single lines. Immutable.</summary>
/// <param name="Face">The typeface.</param>
/// <param name="Size">Height of a line without extra space, in pixels.</param>
internal sealed record TextStyle(Typeface Face, float Size)
{
    /// <summary>Extra space after each character, in pixels.</summary>
    public float Tracking { get; init; }

    /// <summary>Height of capital letters in pixels (DejaVu Sans: 1493 of 2048 units).</summary>
    public float CapHeight => Size * 0.729f;

    /// <summary>Usual distance of two baselines in pixels.</summary>
    public float LineHeight => MathF.Round(Size * 1.22f);

    public static TextStyle Regular(float size) => new(Typeface.Regular, size);

    public static TextStyle Bold(float size) => new(Typeface.Bold, size);

    /// <summary>Width of a line in pixels; characters without a glyph take no room.</summary>
    public float Measure(string text) => Walk(text, outline: null, origin: default);

    /// <summary>Adds a line's outline to a shape.</summary>
    /// <param name="outline">The shape.</param>
    /// <param name="text">The line; characters without a glyph are left out.</param>
    /// <param name="origin">Left end of the baseline.</param>
    /// <returns>Width of the line in pixels.</returns>
    public float AddTo(Outline outline, string text, Vector2 origin) => Walk(text, outline, origin);

    float Walk(string text, Outline? outline, Vector2 origin)
    {
        var x = 0f;
        (Font Font, int Glyph)? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Face.Find(rune.Value) is not { } next) continue;
            var scale = Size / next.Font.UnitsPerEm;
            if (before is { } left && left.Font == next.Font) x += next.Font.Kern(left.Glyph, next.Glyph) * scale;
            if (outline is not null) next.Font.Outline(next.Glyph).AddTo(outline, origin + new Vector2(x, 0), scale);
            x += next.Font.Advance(next.Glyph) * scale + Tracking;
            before = next;
        }
        return before is null ? 0 : x - Tracking;
    }
}
