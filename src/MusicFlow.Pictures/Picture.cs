namespace MusicFlow.Pictures;

/// <summary>A finished picture.</summary>
/// <param name="Png">The bytes of a PNG file, 8 bits a channel, sRGB; never written to after it was made.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record Picture(ReadOnlyMemory<byte> Png, int Width, int Height);
