using MusicFlow.Pictures.Fonts;

namespace MusicFlow.Pictures;

/// <summary>Tells what pictures can write. Thread-safe.</summary>
public static class PictureText
{
    /// <summary>
    /// Whether the embedded fonts can write a text: Latin, Greek, Cyrillic, Armenian and Georgian letters, punctuation and symbols. Scripts
    /// that need shaping or run from right to left, East Asian scripts and emoji are left out of pictures, so they must stand in the text.
    /// </summary>
    /// <param name="text">Any text; only the first 400 UTF-16 units count.</param>
    /// <returns><see langword="false"/> also for empty text and lone surrogates.</returns>
    public static bool CanWrite(string? text) => Writing.TryWrite(text) is not null;
}
