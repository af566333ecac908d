using System.Numerics;
using System.Runtime.Intrinsics;

namespace MusicFlow.Pictures.Painting;

/// <summary>Lays paint over pixels (Porter and Duff's "over"), premultiplied, in linear light.</summary>
internal static class Blend
{
    /// <summary>Shares below this change no 8-bit value that anybody could see.</summary>
    const float Nothing = 1 / 1024f;

    /// <summary>Shares above this are whole.</summary>
    const float Whole = 1 - Nothing;

    const int Alpha = 3;

    /// <summary>One colour over a row.</summary>
    /// <param name="pixels">The row.</param>
    /// <param name="coverage">Share of each pixel, 0–1, as many as pixels.</param>
    /// <param name="colour">The colour, premultiplied.</param>
    public static void Over(Span<Vector128<float>> pixels, ReadOnlySpan<float> coverage, Vector128<float> colour)
    {
        pixels = pixels[..coverage.Length];
        var opaque = colour.GetElement(Alpha) >= Whole;
        var rest = 1 - colour.GetElement(Alpha);
        for (var i = 0; i < coverage.Length; i++)
        {
            var share = coverage[i];
            if (share < Nothing) continue;
            if (share > Whole) pixels[i] = opaque ? colour : colour + pixels[i] * rest;
            else pixels[i] = colour * share + pixels[i] * (1 - share * (1 - rest));
        }
    }

    /// <summary>A colour for each pixel over a row.</summary>
    /// <param name="pixels">The row.</param>
    /// <param name="coverage">Share of each pixel, 0–1, as many as pixels.</param>
    /// <param name="colours">The colours, premultiplied, as many as pixels.</param>
    public static void Over(Span<Vector128<float>> pixels, ReadOnlySpan<float> coverage, ReadOnlySpan<Vector128<float>> colours)
    {
        pixels = pixels[..coverage.Length];
        colours = colours[..coverage.Length];
        for (var i = 0; i < coverage.Length; i++)
        {
            var share = coverage[i];
            if (share < Nothing) continue;
            var colour = colours[i] * share;
            pixels[i] = colour + pixels[i] * (1 - colour.GetElement(Alpha));
        }
    }

    /// <summary>Makes edges heavier or lighter; what is empty or whole stays.</summary>
    public static void Weigh(Span<float> coverage, float weight)
    {
        var i = 0;
        for (; i <= coverage.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var shares = new Vector<float>(coverage[i..]);
            (shares + shares * (Vector<float>.One - shares) * weight).CopyTo(coverage[i..]);
        }
        for (; i < coverage.Length; i++) coverage[i] += coverage[i] * (1 - coverage[i]) * weight;
    }
}
