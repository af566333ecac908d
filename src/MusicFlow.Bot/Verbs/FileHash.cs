using System.Security.Cryptography;
using System.Text;
using MusicFlow.Core.Histories;
using MusicFlow.Core.Predictions;

namespace MusicFlow.Bot.Verbs;

/// <summary>Tells which bytes a model was trained on.</summary>
internal static class FileHash
{
    /// <summary>SHA-256 of a file; of a folder, the hash of its files' names and hashes in order of name; what holds no bytes is left out.</summary>
    public static DataFile Of(string path)
    {
        if (File.Exists(path)) return new DataFile(Path.GetFileName(path), Hex(path));
        var lines = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(InputFile.HoldsBytes).Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(path, file)} {Hex(file)}\n");
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines));
        return new DataFile(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static string Hex(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
