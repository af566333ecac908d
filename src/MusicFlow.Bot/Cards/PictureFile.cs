using System.Security.Cryptography;
using MusicFlow.Chat;

namespace MusicFlow.Bot.Cards;

/// <summary>Pictures as files, since a terminal shows none.</summary>
internal static class PictureFile
{
    private const int NameBytes = 6;

    /// <summary>Writes a picture to the folder for temporary files; the same picture has the same name.</summary>
    /// <returns>Its full path.</returns>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static string Write(Block.Picture picture)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "musicflow-pictures")).FullName;
        var file = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(picture.Png.Span).AsSpan(0, NameBytes))}.png");
        if (!File.Exists(file)) File.WriteAllBytes(file, picture.Png.ToArray());
        return file;
    }
}
