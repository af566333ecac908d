namespace MusicFlow.Pictures.Painting;

/// <summary>A colour by lightness (0–1), green to red and blue to yellow, in which equal steps look equal.</summary>
/// <remarks>Matrices: B. Ottosson, "A perceptual color space for image processing", 2020.</remarks>
internal readonly record struct Oklab(float Lightness, float GreenRed, float BlueYellow)
{
    public static Oklab Of(Colour colour)
    {
        var l = MathF.Cbrt(0.4122214708f * colour.Red + 0.5363325363f * colour.Green + 0.0514459929f * colour.Blue);
        var m = MathF.Cbrt(0.2119034982f * colour.Red + 0.6806995451f * colour.Green + 0.1073969566f * colour.Blue);
        var s = MathF.Cbrt(0.0883024619f * colour.Red + 0.2817188376f * colour.Green + 0.6299787005f * colour.Blue);
        return new(
            0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
            1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
            0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s);
    }

    /// <summary>The colour between two, opacity included; parts that a screen cannot show are cut.</summary>
    public static Colour Between(Colour one, Colour other, float share)
    {
        if (one == other) return one;
        var (a, b) = (Of(one), Of(other));
        var mixed = new Oklab(
            float.Lerp(a.Lightness, b.Lightness, share), float.Lerp(a.GreenRed, b.GreenRed, share), float.Lerp(a.BlueYellow, b.BlueYellow, share)).ToColour();
        return new(float.Clamp(mixed.Red, 0, 1), float.Clamp(mixed.Green, 0, 1), float.Clamp(mixed.Blue, 0, 1), float.Lerp(one.Alpha, other.Alpha, share));
    }

    /// <summary>The opaque colour; parts lie outside 0–1 where no screen can show it.</summary>
    public Colour ToColour()
    {
        var l = Cube(Lightness + 0.3963377774f * GreenRed + 0.2158037573f * BlueYellow);
        var m = Cube(Lightness - 0.1055613458f * GreenRed - 0.0638541728f * BlueYellow);
        var s = Cube(Lightness - 0.0894841775f * GreenRed - 1.2914855480f * BlueYellow);
        return new(
            4.0767416621f * l - 3.3077115913f * m + 0.2309699292f * s,
            -1.2684380046f * l + 2.6097574011f * m - 0.3413193965f * s,
            -0.0041960863f * l - 0.7034186147f * m + 1.7076147010f * s);
    }

    static float Cube(float value) => value * value * value;
}
