using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MusicFlow.Pictures.Png;

namespace MusicFlow.Pictures.Painting;

/// <summary>Pixels to draw on: anti-aliased by exact coverage, blended in linear light. Not thread-safe; dispose it to give its memory back.</summary>
internal sealed class Canvas : IDisposable
{
    /// <summary>Longest side of a picture in pixels; a canvas takes 16 bytes a pixel.</summary>
    public const int LongestSide = 2000;

    /// <summary>Parts of a pixel: red, green, blue, opacity.</summary>
    const int Parts = 4;

    readonly float[] memory;
    readonly Coverage coverage = new();
    readonly Outline scratch = new();
    readonly Vector128<float>[] shades;
    ClipMask? clip;

    /// <param name="width">Width, 1 to <see cref="LongestSide"/> pixels.</param>
    /// <param name="height">Height, 1 to <see cref="LongestSide"/> pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    public Canvas(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, LongestSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LongestSide);
        (Width, Height) = (width, height);
        memory = ArrayPool<float>.Shared.Rent(width * height * Parts);
        memory.AsSpan(0, width * height * Parts).Clear();
        shades = ArrayPool<Vector128<float>>.Shared.Rent(width);
    }

    public int Width { get; }

    public int Height { get; }

    public Box Area => new(0, 0, Width, Height);

    /// <summary>An empty outline to build a shape in; the same one each time, so fill it before asking again.</summary>
    public Outline NewOutline()
    {
        scratch.Clear();
        return scratch;
    }

    /// <summary>Pixels of one row: linear light, premultiplied.</summary>
    public Span<Vector128<float>> Row(int y) => MemoryMarshal.Cast<float, Vector128<float>>(memory.AsSpan(y * Width * Parts, Width * Parts));

    /// <summary>Fills the whole picture, or the clip.</summary>
    public void Fill(Paint paint) => FillRectangle(Area, paint);

    public void FillRectangle(Box box, Paint paint)
    {
        var outline = NewOutline();
        outline.AddRectangle(box);
        Fill(outline, paint);
    }

    public void FillRounded(Box box, float radius, Paint paint)
    {
        var outline = NewOutline();
        outline.AddRounded(box, radius);
        Fill(outline, paint);
    }

    public void FillCircle(Vector2 centre, float radius, Paint paint)
    {
        var outline = NewOutline();
        outline.AddCircle(centre, radius);
        Fill(outline, paint);
    }

    /// <summary>Draws along points with a round pen.</summary>
    public void Stroke(ReadOnlySpan<Vector2> line, float width, Paint paint, bool closed = false)
    {
        var outline = NewOutline();
        outline.AddStroke(line, width, closed);
        Fill(outline, paint);
    }

    /// <summary>Fills a shape.</summary>
    /// <param name="outline">The shape.</param>
    /// <param name="paint">What it is filled with.</param>
    /// <param name="weight">How much heavier edges are made, −0.5 to 1; for text, see <see cref="CanvasText"/>.</param>
    /// <exception cref="NotFiniteNumberException">A point of the shape is not finite.</exception>
    public void Fill(Outline outline, Paint paint, float weight = 0)
    {
        if (outline.IsEmpty) return;
        var box = outline.Bounds.Pixels(clip?.Box ?? new(0, 0, Width, Height));
        if (box.IsEmpty) return;
        coverage.Take(outline, box);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var shares = coverage.Row(y);
            if (weight != 0) Blend.Weigh(shares, weight);
            clip?.Apply(shares, box.Left, y);
            var pixels = Row(y).Slice(box.Left, box.Width);
            if (paint.Even is { } colour)
            {
                Blend.Over(pixels, shares, colour);
                continue;
            }
            var colours = shades.AsSpan(0, box.Width);
            paint.Shade(box.Left, y, colours);
            Blend.Over(pixels, shares, colours);
        }
    }

    /// <summary>Paints only inside a rounded rectangle until the result is disposed. Clips do not nest.</summary>
    /// <exception cref="InvalidOperationException">A clip is in force already.</exception>
    public IDisposable Clip(Box box, float radius)
    {
        if (clip is not null) throw new InvalidOperationException("Clips do not nest.");
        var outline = NewOutline();
        outline.AddRounded(box, radius);
        var pixels = outline.Bounds.Pixels(new(0, 0, Width, Height));
        if (pixels.IsEmpty) throw new ArgumentException("The clip lies outside the picture.", nameof(box));
        clip = new(outline, pixels, coverage);
        return new Unclip(this);
    }

    /// <summary>The finished picture as PNG.</summary>
    public Picture ToPicture() => new(PngWriter.Write(this), Width, Height);

    public void Dispose()
    {
        clip?.Dispose();
        coverage.Dispose();
        ArrayPool<Vector128<float>>.Shared.Return(shades);
        ArrayPool<float>.Shared.Return(memory);
    }

    sealed class Unclip(Canvas canvas) : IDisposable
    {
        public void Dispose()
        {
            canvas.clip?.Dispose();
            canvas.clip = null;
        }
    }
}
