using System.Numerics;

namespace MusicFlow.Pictures.Painting;

/// <summary>A rectangle in pixels; y grows downwards.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width, at least 0.</param>
/// <param name="Height">Height, at least 0.</param>
internal readonly record struct Box(float X, float Y, float Width, float Height)
{
    public float Right => X + Width;

    public float Bottom => Y + Height;

    public Vector2 Centre => new(X + Width / 2, Y + Height / 2);

    public static Box Around(Vector2 centre, float radius) => new(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius);

    /// <summary>The rectangle smaller by a margin on every side.</summary>
    public Box Inset(float margin) => new(X + margin, Y + margin, Width - 2 * margin, Height - 2 * margin);

    /// <summary>The whole pixels that the rectangle touches, cut to a picture or clip.</summary>
    /// <exception cref="NotFiniteNumberException">The rectangle is not finite: a drawing was given a value that is not a number.</exception>
    public PixelBox Pixels(PixelBox within)
    {
        if (!float.IsFinite(X) || !float.IsFinite(Y) || !float.IsFinite(Right) || !float.IsFinite(Bottom))
            throw new NotFiniteNumberException("A shape has a coordinate that is not a finite number.");
        var left = (int)Math.Clamp(MathF.Floor(X), within.Left, within.Right);
        var top = (int)Math.Clamp(MathF.Floor(Y), within.Top, within.Bottom);
        return new(left, top, (int)Math.Clamp(MathF.Ceiling(Right), left, within.Right), (int)Math.Clamp(MathF.Ceiling(Bottom), top, within.Bottom));
    }
}

/// <summary>Whole pixels from the upper left to, but without, the lower right.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;

    public int Height => Bottom - Top;

    public bool IsEmpty => Right <= Left || Bottom <= Top;
}
