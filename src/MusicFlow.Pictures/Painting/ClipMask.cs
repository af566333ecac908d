using System.Buffers;

namespace MusicFlow.Pictures.Painting;

/// <summary>The pixels that may be painted, with soft edges.</summary>
internal sealed class ClipMask : IDisposable
{
    readonly float[] shares;

    /// <param name="outline">The shape inside which may be painted.</param>
    /// <param name="pixels">The pixels it touches, at least one.</param>
    /// <param name="coverage">What measures it.</param>
    public ClipMask(Outline outline, PixelBox pixels, Coverage coverage)
    {
        Box = pixels;
        shares = ArrayPool<float>.Shared.Rent(pixels.Width * pixels.Height);
        coverage.Take(outline, pixels);
        for (var y = pixels.Top; y < pixels.Bottom; y++) coverage.Row(y).CopyTo(shares.AsSpan((y - pixels.Top) * pixels.Width));
    }

    public PixelBox Box { get; }

    /// <summary>Lowers the shares of a row of pixels to what the mask lets through.</summary>
    public void Apply(Span<float> coverage, int x, int y)
    {
        var mask = shares.AsSpan((y - Box.Top) * Box.Width + x - Box.Left, coverage.Length);
        for (var i = 0; i < coverage.Length; i++) coverage[i] *= mask[i];
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(shares);
}
