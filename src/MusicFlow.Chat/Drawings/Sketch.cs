using MusicFlow.Pictures;

namespace MusicFlow.Chat.Drawings;

/// <summary>A picture that could be drawn.</summary>
/// <param name="Key">What tells contents apart, see <see cref="PictureKey"/>.</param>
/// <param name="AltText">What it shows, complete enough to do without it.</param>
/// <param name="Draw">Draws it.</param>
sealed record Sketch(string Key, string AltText, Func<Picture> Draw);
