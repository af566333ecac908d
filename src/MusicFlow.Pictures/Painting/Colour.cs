using System.Runtime.Intrinsics;

namespace MusicFlow.Pictures.Painting;

/// <summary>A colour in linear light with the primaries of sRGB, not premultiplied; all four parts 0–1.</summary>
/// <param name="Red">Linear red.</param>
/// <param name="Green">Linear green.</param>
/// <param name="Blue">Linear blue.</param>
/// <param name="Alpha">Opacity.</param>
internal readonly record struct Colour(float Red, float Green, float Blue, float Alpha = 1)
{
    /// <summary>The colour as it lies in a picture: parts multiplied by the opacity.</summary>
    public Vector128<float> Premultiplied => Vector128.Create(Red * Alpha, Green * Alpha, Blue * Alpha, Alpha);

    /// <summary>Relative luminance, 0–1 (WCAG 2.2, "relative luminance").</summary>
    public float Luminance => 0.2126f * Red + 0.7152f * Green + 0.0722f * Blue;

    /// <summary>An opaque colour as the web writes it.</summary>
    /// <param name="rgb">0xRRGGBB in sRGB.</param>
    public static Colour Hex(uint rgb) => new(SrgbCurve.ToLinear((byte)(rgb >> 16)), SrgbCurve.ToLinear((byte)(rgb >> 8)), SrgbCurve.ToLinear((byte)rgb));

    /// <summary>An opaque colour by lightness 0–1, chroma 0–0.4 and hue in degrees; chroma is lowered until a screen can show it.</summary>
    public static Colour Oklch(float lightness, float chroma, float hue)
    {
        const float Step = 0.94f;
        const float Tint = 0.004f;
        var angle = float.DegreesToRadians(hue);
        while (true)
        {
            var colour = new Oklab(lightness, chroma * MathF.Cos(angle), chroma * MathF.Sin(angle)).ToColour();
            if (chroma < Tint || colour.IsShown) return colour.Clamped();
            chroma *= Step;
        }
    }

    /// <summary>Contrast ratio of two opaque colours, 1–21 (WCAG 2.2, "contrast ratio").</summary>
    public static float Contrast(Colour one, Colour other)
    {
        const float Flare = 0.05f;
        return (MathF.Max(one.Luminance, other.Luminance) + Flare) / (MathF.Min(one.Luminance, other.Luminance) + Flare);
    }

    /// <summary>The same colour with another opacity.</summary>
    public Colour WithAlpha(float alpha) => this with { Alpha = alpha };

    /// <summary>A mixture that looks even to the eye (Oklab).</summary>
    /// <param name="other">The other colour.</param>
    /// <param name="share">0 = this colour, 1 = the other.</param>
    public Colour Mix(Colour other, float share) => Oklab.Between(this, other, share);

    bool IsShown => MathF.Min(Red, MathF.Min(Green, Blue)) >= -0.0005f && MathF.Max(Red, MathF.Max(Green, Blue)) <= 1.0005f;

    Colour Clamped() => new(float.Clamp(Red, 0, 1), float.Clamp(Green, 0, 1), float.Clamp(Blue, 0, 1), Alpha);
}
