using System.Numerics;
using System.Runtime.Intrinsics;

namespace MusicFlow.Pictures.Painting;

/// <summary>What a shape is filled with. Immutable.</summary>
internal abstract class Paint
{
    /// <summary>The one colour of the paint, premultiplied; <see langword="null"/> where it differs from pixel to pixel.</summary>
    public virtual Vector128<float>? Even => null;

    /// <summary>Gives the paint of neighbouring pixels of one row, premultiplied linear light.</summary>
    /// <param name="x">First pixel.</param>
    /// <param name="y">Row.</param>
    /// <param name="pixels">Where to write.</param>
    public abstract void Shade(int x, int y, Span<Vector128<float>> pixels);

    /// <summary>One colour.</summary>
    public static implicit operator Paint(Colour colour) => new EvenPaint(colour);
}

/// <summary>One colour everywhere.</summary>
internal sealed class EvenPaint(Colour colour) : Paint
{
    readonly Vector128<float> value = colour.Premultiplied;

    public override Vector128<float>? Even => value;

    public override void Shade(int x, int y, Span<Vector128<float>> pixels) => pixels.Fill(value);
}

/// <summary>Colours along a line; beyond its ends the outer colours go on.</summary>
/// <param name="start">Where the ramp begins.</param>
/// <param name="end">Where it ends; another point than the start.</param>
/// <param name="ramp">The colours.</param>
internal sealed class LinearGradient(Vector2 start, Vector2 end, Ramp ramp) : Paint
{
    readonly Vector2 step = (end - start) / MathF.Max(1e-9f, (end - start).LengthSquared());

    public override void Shade(int x, int y, Span<Vector128<float>> pixels)
    {
        var share = Vector2.Dot(new Vector2(x + 0.5f, y + 0.5f) - start, step);
        if (step.X == 0)
        {
            pixels.Fill(ramp[share]);
            return;
        }
        for (var i = 0; i < pixels.Length; i++) pixels[i] = ramp[share + i * step.X];
    }
}

/// <summary>Colours from a centre outwards; beyond the radius the last colour goes on.</summary>
/// <param name="centre">Where the ramp begins.</param>
/// <param name="radius">Where it ends, in pixels.</param>
/// <param name="ramp">The colours.</param>
internal sealed class RadialGradient(Vector2 centre, float radius, Ramp ramp) : Paint
{
    readonly float scale = 1 / MathF.Max(1e-3f, radius);

    public override void Shade(int x, int y, Span<Vector128<float>> pixels)
    {
        var (across, down) = ((x + 0.5f - centre.X) * scale, (y + 0.5f - centre.Y) * scale);
        for (var i = 0; i < pixels.Length; i++, across += scale) pixels[i] = ramp[MathF.Sqrt(across * across + down * down)];
    }
}
