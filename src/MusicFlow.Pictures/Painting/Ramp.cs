using System.Runtime.Intrinsics;

namespace MusicFlow.Pictures.Painting;

/// <summary>A row of colours that pass into each other evenly to the eye (in Oklab). Immutable.</summary>
internal sealed class Ramp
{
    const int Last = 511;

    readonly Vector128<float>[] colours = new Vector128<float>[Last + 1];

    /// <param name="stops">At least one colour with its place, 0–1, places not descending.</param>
    public Ramp(params ReadOnlySpan<(float Place, Colour Colour)> stops)
    {
        var next = 0;
        for (var i = 0; i <= Last; i++)
        {
            var place = i / (float)Last;
            while (next < stops.Length && stops[next].Place <= place) next++;
            colours[i] = Between(stops[Math.Max(0, next - 1)], stops[Math.Min(next, stops.Length - 1)], place).Premultiplied;
        }
    }

    /// <summary>From one colour to another.</summary>
    public static Ramp Of(Colour first, Colour last) => new((0, first), (1, last));

    /// <summary>A colour that fades away softly, without a visible rim.</summary>
    public static Ramp Glow(Colour colour) => Soft(colour, colour.WithAlpha(0));

    /// <summary>From one colour to another, slowly at both ends.</summary>
    public static Ramp Soft(Colour first, Colour last)
    {
        const int Stops = 8;
        Span<(float, Colour)> stops = stackalloc (float, Colour)[Stops + 1];
        for (var i = 0; i <= Stops; i++)
        {
            var place = i / (float)Stops;
            stops[i] = (place, first.Mix(last, place * place * (3 - 2 * place)));
        }
        return new(stops);
    }

    /// <summary>The premultiplied colour at a place; outside 0–1 that of the nearer end.</summary>
    public Vector128<float> this[float place] =>
        colours[float.ConvertToIntegerNative<int>(float.MinNative(float.MaxNative(place, 0), 1) * Last + 0.5f)];

    static Colour Between((float Place, Colour Colour) one, (float Place, Colour Colour) other, float place) =>
        other.Place <= one.Place ? one.Colour : one.Colour.Mix(other.Colour, Math.Clamp((place - one.Place) / (other.Place - one.Place), 0, 1));
}
